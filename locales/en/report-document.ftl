# Reports as documents: their chapters, their look, writing them on the desk.
report-reports = Reports
report-rail-reports = Reports
report-reports-why = Each report is made of chapters that are written here. Figures, dates and lists are not typed: a chapter names them, and they are filled in from the record. What is named wrongly must be mended before a report can be published.
report-no-reports = There is no report yet. Begin one below; it can start with the chapters of another.
report-begin = Begin a report
report-begin-it = Begin this report
report-purpose-final = Final report
report-purpose-funder = For a funder
report-purpose-series = Summary of a series
report-purpose-brief = One page
report-column-report = Report
report-column-purpose = Purpose
report-column-languages = Languages
report-column-state = State
report-column-to-mend = To mend
report-column-findings = Findings
report-column-chapter = Chapter
report-column-written-in = Written in
report-column-order = Order
report-state-published = Published, version { $version }
report-state-draft = Draft
report-state-evidence = Kept as evidence, never published
report-no-faults = Nothing to mend
report-faults = { $count ->
    [1] 1 place to mend
   *[other] { $count } places to mend
 }
report-words = { $count ->
    [1] 1 word
   *[other] { $count } words
 }
report-open-findings = { $count ->
    [0] none open
    [1] 1 open
   *[other] { $count } open
 }
report-not-written = not yet written
report-field-title = Heading
report-field-title-en = Title in English
report-field-title-fr = Title in French
report-field-key = Name in the address
report-field-purpose = Purpose
report-field-languages = Languages
report-field-language = Language
report-field-template = Begin with the chapters of
report-field-accent = Colour of rules and figures
report-field-cover = Colour of the cover
report-field-logo = Mark on the cover
report-field-logo-text-en = What the picture shows, in English
report-field-logo-text-fr = What the picture shows, in French
report-field-cover-1 = First figure on the cover
report-field-cover-2 = Second figure on the cover
report-field-cover-3 = Third figure on the cover
report-field-cover-4 = Fourth figure on the cover
report-field-text = Text
report-field-chapters = Order of the chapters
report-field-chapter = Chapter
report-field-chapter-title = Its heading
report-field-chapter-text = Its text
report-field-chapter-place = Its place
report-field-report = Report
report-field-finding = Finding
report-field-reason-en = Reason in English
report-field-reason-fr = Reason in French
report-field-indicator = Figure
report-field-baseline = Value before
report-field-baseline-on = Day of that value
report-field-target = Target
report-field-due-on = To be reached by
report-key-hint = Lower-case letters, digits and single hyphens, like final. It cannot be changed later.
report-chapter-key-hint = Lower-case letters, digits and single hyphens, like key-facts. Findings and links name the chapter by it.
report-purpose-hint = It decides about the cover and about what the report must contain.
report-template-none = none: it begins empty
report-template-hint = Chapters and look are copied; both reports then go their own ways.
report-evidence-why = This report restates another one as it was printed, so that its findings can be seen. It stays a draft.
report-whole-preview = The whole report
report-draft-pdf = Draft as PDF
report-to-findings = Findings
report-to-publication = Publish
report-chapters = Chapters
report-no-chapters = There is no chapter yet. Add the first one below.
report-move-up = Up
report-move-down = Down
report-remove = Take out
report-move-up-named = Move “{ $title }” up
report-move-down-named = Move “{ $title }” down
report-remove-named = Take out “{ $title }”
report-add-chapter = Add a chapter
report-add-it = Add this chapter
report-heading-en = Heading in English
report-heading-fr = Heading in French
report-look = Title and look
report-colour-hint = Six digits after a hash, like #1f3a5f. Empty for the colour of the house. One that could not be read on white is darkened.
report-mark-own = A picture of your own
report-logo-own = Put a picture of your own there
report-logo-file = Picture
report-logo-file-hint = A PNG or an SVG of at most a megabyte. It is printed as it is, and kept with the report.
report-logo-text-hint = A few words for readers who do not see it, such as the name that it stands for.
report-logo-send = Put it on the cover
report-logo-remove = Take the picture off
report-logo-no-file = Choose the picture that shall stand on the cover.
report-logo-no-picture = The file is neither a PNG nor an SVG picture. Save it anew in one of the two.
report-logo-too-large = The picture is larger than a megabyte. Make it smaller: it is printed a few centimetres wide.
report-logo-runs = The drawing holds a script, or something else that moves or runs. Have it saved as a plain SVG.
report-logo-leads-outside = The drawing fetches something from outside itself. Have it saved as a plain SVG, with everything in it drawn.
report-logo-no-text = Write in a few words what the picture shows.
report-mark-none = none
report-mark-wordmark = The name of the organiser
report-mark-mark = The mark of this program
report-cover-figure = Figure { $number } on the cover
report-cover-figure-none = the usual one, or none
report-save = Save
report-preview = Preview
report-history = What was done to this
report-no-history = Nothing yet. Each change will stand here with its day, its author, and the old and the new values.
report-delete = Delete this draft
report-delete-why = A draft that was never published can be deleted, with its chapters and whatever was waived. This cannot be undone.
report-delete-confirm = { $count ->
    [0] Delete the draft; it has no chapter
    [1] Delete the draft and its 1 chapter
   *[other] Delete the draft and its { $count } chapters
 }
report-delete-it = Delete for good
report-reads = How it reads
report-fault-line = Line { $line }
report-text-hint = Markdown: an empty line begins a paragraph, ## a heading, - an item of a list. A name in double braces is filled in from the record; the list below has them all.
report-insert = Put in
report-insert-hint = Each button puts its name into the text, and the record puts the value in its place.
report-insert-pieces = Lists, tables and drawings
report-insert-dates = Activities: dates, places, the whole
report-insert-figures = Figures: { $of }
report-insert-of-programme = the communiqué and the publications
report-insert-of-people = applicants and participants
report-insert-of-agenda = sessions and speakers
report-insert-of-outreach = answers and reach
report-insert-of-edition = the whole edition
report-piece-aims = the aims of the programme
report-piece-activities = the activities with their dates and places
report-piece-timeline = the year as a drawing
report-piece-outcomes = how far participants agree
report-piece-groups = participants by group
report-piece-countries = participants by country
report-piece-quotations = what participants said
report-piece-communique = the communiqué
report-piece-recommendations = its recommendations
report-piece-events = events of others
report-piece-acknowledgements = partners and funders by tier
report-piece-targets = actual figures against their targets
report-piece-definitions = the definition of each figure shown
report-piece-waivers = findings that stand, and why
report-piece-changes = what changed since the last version
report-piece-series = all country series under one title

# What cannot be done, and why
report-no-title = It needs a title in at least one language. Write one.
report-no-key = This cannot stand in an address. Use lower-case letters, digits and single hyphens, like final-report.
report-key-taken = Another one has this name already. Choose another.
report-no-purpose = Choose what the report is for.
report-no-language = Choose at least one language.
report-no-colour = This is no colour. Write six digits after a hash, like #1f3a5f, or leave the field empty.
report-no-mark = There is no such mark. Choose one of the list.
report-no-indicator = No figure is called { $key }. Choose one of the list.
report-no-reason = A finding is waived for a reason, which is printed. Write it in one or two sentences.
report-waived-already = This finding has been waived already. Nothing was changed.
report-no-number = This is no whole number. Write digits alone, like 120; for a share write the percentage, like 95.
report-no-day-given = This is no day. Write it like 2025-12-31, or leave the field empty.
report-changed-meanwhile = Somebody else changed this after you had opened it. Nothing of theirs was overwritten. Look at what is on record now; if you save again, yours replaces it.
report-written-since = Somebody has written in this chapter since it came in, and that would be lost. Nothing was changed. If it is to go, take it out with the button in its row.
report-nothing-to-undo = There is no change here that could be taken back.
report-was-published = This report has been published. What was published stays, and so does its text.
report-not-confirmed = Tick the box if you mean to delete this draft for good.

# What the journal says
journal-report-begun = began a report
journal-report-changed = changed the title or the look of a report
journal-report-undone = took back a change of a report
journal-report-chapters-moved = moved a chapter
journal-report-chapter-added = added a chapter
journal-report-chapter-removed = took out a chapter
journal-report-deleted = deleted a draft report
journal-report-chapter-written = wrote a chapter
journal-report-chapter-undone = took back a change of a chapter
journal-report-waived = waived a finding
journal-report-waiver-ended = ended a waiver
journal-report-waiver-undone = took back a change of a waiver
journal-report-target-undone = took back a change of a target
journal-report-target-set = set a target
journal-report-target-removed = took a target away
journal-kind-report = Report
journal-kind-chapter = Chapter
journal-kind-waiver = Waiver
journal-kind-target = Target
