# Publishing: on the desk
report-publish = Publish
report-publish-title = Publish { $report }
report-publish-what-happens = Version { $version } will be frozen as it stands: its text in every language, its figures with the rows behind them, and its files. It is signed, it gets a permanent address, and it cannot be changed afterwards; a correction is a further version. Nobody is written to.
report-publish-in-the-way-title = What stands in the way
report-publish-nothing-in-the-way = Nothing stands in the way.
report-publish-in-the-way = Something stands in the way of the publication. Nothing was published; the page says what must be mended.
report-publish-changed-meanwhile = The record kept changing while the report was printed. Nothing was published; try again in a moment.
report-publish-never = This report is kept as evidence and cannot be published.
report-publish-empty = The report has no chapters yet.
report-publish-fault = Chapter { $chapter } ({ $language }), line { $line }: { $fault }
report-publish-not-printed = Chapter “{ $chapter }” ({ $language }) cannot be printed: { $why }
report-publish-not-printed-whole = The PDF ({ $language }) cannot be made: { $why }
report-publish-no-glyph = no typeface has a form for “{ $letter }” ({ $code }); write it with other letters
report-publish-typesetter = the typesetter says “{ $said }”
report-publish-finding = { $finding }
report-publish-figures = The figures that will be frozen
report-publish-no-figures = The report shows no figure.
report-publish-waived = The findings that stand, with their reasons
report-head-rows = Rows behind it
journal-report-published = published a report
journal-report-key-made = made a signing key
journal-kind-key = Key

# What changed
report-changed-since = What changed since version { $version }
report-changed-nothing = Nothing changed but the day.
report-change-figure = { $title }: { $from } became { $to }.
report-change-figure-added = { $title }: { $to } is shown for the first time.
report-change-figure-removed = { $title }: { $from } is not shown any more.
report-change-chapter-added = The chapter “{ $title }” is new.
report-change-chapter-changed = The chapter “{ $title }” was written anew in part.
report-change-chapter-removed = The chapter “{ $title }” was taken out.
report-change-waiver-added = A finding stands, and why: { $reason }
report-change-waiver-removed = A finding does not stand any more; its reason was: { $reason }

# The permanent page
report-imprint = Version { $version }, published on { $day }; figures as of { $as-of }
report-newer-version = There is a newer version: version { $version }.
report-figures-today = Whether its figures hold
report-all-hold = Every figure of this version was counted again just now: the record still holds the same rows for each.
report-some-differ = Every figure of this version was counted again just now. Where the record says something else today, the line says what.
report-head-published = As published
report-head-today = Counted again
report-holds = holds
report-holds-erased = holds; { $count ->
    [one] 1 row erased since
   *[other] { $count } rows erased since
 }
report-differs = now { $now }: { $rows }
report-differs-alone = now { $now }
report-no-longer-counted = no longer counted
report-nothing-to-count = nothing
report-rows-added = { $count ->
    [one] 1 row added
   *[other] { $count } rows added
 }
report-rows-removed = { $count ->
    [one] 1 row removed
   *[other] { $count } rows removed
 }
report-rows-changed = { $count ->
    [one] 1 row changed
   *[other] { $count } rows changed
 }
report-rows-erased = { $count ->
    [one] 1 row erased
   *[other] { $count } rows erased
 }
report-today-it-is = (today: { $number })
report-files-and-proof = Files and proof
report-file-pdf = Report, signed PDF
report-file-page = Page
report-file-package = Open data, ZIP of a data package
report-file-iati = Results, IATI 2.03 activities
report-file-manifest = Manifest
report-file-in = { $file }, { $language }
report-kilobytes = { $count } kB
report-signed-with = Signed with the key of this fingerprint:
report-verify-a-copy = Verify a copy
report-manifest-attached = What was published: figures with their definitions and digests, for people and programs
report-signed-because = Published report

# Verification
report-verify = Verify a copy
report-verify-lede = Send the PDF of a report to see whether it is genuine, to the last byte, and whether its figures still hold. Nothing of it is kept, and no account is needed.
report-verify-file = The PDF
report-verify-file-hint = At most 24 MB, as it was downloaded; a copy that was printed anew or saved by another program is not the same file.
report-verify-send = Verify
report-verify-no-file = No file was sent. Choose the PDF and send it again.
report-verify-too-large = The file is larger than 24 MB, and was not looked at.
report-verdict-genuine = The copy is genuine
report-verdict-genuine-text = This installation published it, and not one byte was changed since.
report-verdict-unknown = The record does not know this copy
report-verdict-unknown-text = It is signed with a key of this installation and unchanged, but it is not among the publications here. Ask the secretariat before you rely on it.
report-verdict-foreign = Somebody else signed this copy
report-verdict-foreign-text = It is unchanged since it was signed, but not with a key of this installation. Whoever signed it can give the key any name.
report-verdict-not-genuine = The copy is not genuine
report-verdict-not-genuine-text = Do not rely on anything in it; fetch the report anew from its permanent address.
report-not-genuine-no-pdf = The file is no PDF.
report-not-genuine-no-signature = The file carries no signature.
report-not-genuine-cut-short = The end of the file is missing.
report-not-genuine-appended = Something was added to the file after it was signed.
report-not-genuine-changed = The file was changed after it was signed.
report-not-genuine-wrong-signature = The signature was not made with the key that stands in the file.
report-not-genuine-manifest = The file is signed, but the manifest in it is missing or not the only one.
report-not-genuine-malformed = The file is not built as a signed report is.
report-verify-report = Report
report-verify-version = Version
report-verify-page = Permanent page
report-verify-signed-at = Signed
report-verify-fingerprint = Fingerprint of the key
report-verify-whose = Whose key it is
report-verify-ours = this installation’s
report-verify-theirs = not this installation’s; it calls itself “{ $name }”
report-verify-offline = Without this page
report-verify-offline-text = The signature lies inside the PDF. Viewers that know signatures show it; the certificate below tells them whom to trust. The program itself verifies a copy without the network and without a record, and names the fingerprint of the key; compare it with the one below.
report-verify-fingerprints = Fingerprints of this installation’s keys
report-verify-no-key = Nothing has been published here, so there is no key yet.
report-verify-certificate = The certificate of the key
report-key-since = signs since { $day }
report-key-since-machine = signs since { $day } by the clock of this machine, whatever day the demonstration shows
report-key-until = signed from { $day } to { $until }
report-key-until-machine = signed from { $day } to { $until } by the clock of this machine, whatever day the demonstration shows

# Open data
report-data-about = What the report tells, as tables: its figures, the sessions held, the activities, partnerships, recommendations, and participants by country. Nothing in it is about one person; participants by country are told in bands, and a count that could be worked out is kept back.
report-data-invented = Parts of this demonstration are invented.
report-data-share = { $number } of { $of } who answered
report-data-share-asked = { $number } of { $of } who answered, out of { $asked } who were asked
report-data-figures = Figures
report-data-figures-row = A row is a figure as the report shows it.
report-data-sessions = Sessions
report-data-sessions-row = A row is a session that was held.
report-data-activities = Activities
report-data-activities-row = A row is an activity of the edition.
report-data-partnerships = Partnerships
report-data-partnerships-row = A row is what an organisation is to the edition or to one activity.
report-data-recommendations = Recommendations
report-data-recommendations-row = A row is a recommendation of the communiqué.
report-data-participants-by-country = Participants by country
report-data-participants-by-country-row = A row is a country and the band in which the number of its participants lies.
report-data-field-indicator = Key of the indicator
report-data-field-title = Title
report-data-field-definition = What is counted
report-data-field-level = How far down the chain of results
report-data-field-state = Whether it has happened or is announced
report-data-field-display = How it is rounded
report-data-field-shown = As printed
report-data-field-number = Number
report-data-field-of = Out of how many
report-data-field-asked = How many were asked
report-data-field-rows-sha256 = Digest of the rows behind it
report-data-field-activity = Key of the activity
report-data-field-kind = What it is
report-data-field-part-of = Of which activity it is a part
report-data-field-starts-on = First day
report-data-field-ends-on = Last day
report-data-field-mode = How people come together
report-data-field-country = Country
report-data-field-status = Whether it was done
report-data-field-session = Key of the session
report-data-field-held-on = Day, in the zone of the session
report-data-field-starts-at = Start
report-data-field-ends-at = End
report-data-field-public = Whether everybody could register
report-data-field-organisation = Organisation
report-data-field-role = What it is to the edition or activity
report-data-field-pillar = Key of the pillar
report-data-field-text = Text
report-data-field-from = At least
report-data-field-to = At most
report-iati-invented = The identifiers in this file are invented for a demonstration; they are registered nowhere.
report-iati-unregistered = The identifiers in this file were made by the program; they are registered nowhere.
report-level-output = Outputs
report-level-outcome = Outcomes
report-level-impact = Impact
