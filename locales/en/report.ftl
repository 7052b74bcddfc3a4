# The room report: figures with their definitions, the report on the web and in print, the desk's first page.
report-rail-glance = At a glance
report-rail-figures = Figures
report-edition-engaged = participants, webinar attendees and resource persons engaged
report-edition-engaged-definition = Participants of the training and the workshop, different people present at one or more of the country webinars, and speakers and resource persons, added up. A person who belongs to two of these groups counts in both.
report-people-engaged = People engaged
report-audience-reached = Audience reached
report-being-counted = being counted
report-nothing-yet = nothing to count yet
report-still-counting = The record is still being counted. Try again in a minute.
report-not-printed = The report cannot be printed as it stands. The secretariat sees on its desk what must be mended. The report on the web says the same.
report-fraction = { $number } of { $of }
report-response = { $agreed } of { $answered } who answered; { $answered } of { $invited } who were asked did ({ $rate })
report-rule-exact = Shown as it is counted.
report-rule-stated = Shown as whoever counted it states it; a plus says that there are at least so many.
report-rule-tens = Rounded down to tens; the plus says that there are at least so many.
report-rule-hundreds = Rounded down to hundreds; the plus says that there are at least so many.
report-rule-thousands = Rounded down to thousands; the plus says that there are at least so many.
report-rule-step = Rounded down to a multiple of { $step }; the plus says that there are at least so many.
report-rule-percent = A share of those who answered, rounded to whole per cent, half up.
report-rule-share = A share, rounded to whole per cent, half up.
report-rule-fraction = The greatest common fraction that the share exceeds.
report-observed = Observed by { $observer } on { $day }; { $evidence }
report-counted = Counted from the record
report-counted-elsewhere = Counted elsewhere
report-figures = Figures
report-figures-expected-on = The figures of this edition are published on { $day }, together with its report.
report-figures-expected = The figures of this edition are published together with its report. Its day is not yet fixed.
report-expected-on = The report of this edition is published on { $day }. Its activities, sessions and recordings can be seen already.
report-being-published = The report of this edition is being published: it is composed, printed and signed now, and stands here within a few minutes.
report-expected = The report of this edition is not yet published. Its activities, sessions and recordings can be seen already.
report-as-of = as of { $day }
report-source = Source: the record of the edition, as of { $day }
report-rows-drawn = The rows of this drawing
report-rows-behind = The rows behind it
report-rows-not-for-all = The rows that this figure counts can be seen by the secretariat and by auditors of the programme, since they may concern people. What is counted, and how, stands above.
report-rows-count = Rows: { $count }
report-rows-invented = demonstration: people and answers are invented
report-rows-csv = All rows as CSV
report-earlier-rows = Earlier rows
report-later-rows = Later rows
report-pages = Pages of rows
report-definition-and-rows = Definition and rows
report-head-activity = Activity
report-head-dates = Dates
report-head-place = Place
report-head-date = Date
report-head-topic = Topic
report-head-kind = Kind
report-head-day = Day
report-head-session = Session
report-head-registered = Registered
report-head-week = Week
report-head-country = Country
report-head-people = Participants
report-head-group = Group
report-head-all = All
report-head-statement = Statement
report-head-answered = Answered
report-head-figure = Figure
report-head-value = Published as
report-head-exact = Counted
report-head-definition = Definition
report-head-rule = Rounding
report-head-source = Source
report-head-as-of = As of
report-title = Report { $edition }
report-of-edition = Report of the { $edition } edition
report-contents = Contents
report-sessions = Sessions
report-published = Published
report-on-the-web = On the web
report-state = State of the record
report-questions = Questions
report-series = Series
report-guests = Guests of honour and welcome
report-presentations = Presentations by
report-when = When
report-where = Where
report-with = With
report-host = Host
report-audience = Audience
report-audience-of = an audience of { $count } or more
report-mode-online = Online
report-mode-on-site = On site
report-mode-hybrid = On site and online
report-week = Week { $number }
report-weekday-1 = Mon
report-weekday-2 = Tue
report-weekday-3 = Wed
report-weekday-4 = Thu
report-weekday-5 = Fri
report-weekday-6 = Sat
report-weekday-7 = Sun
report-timetable-title = { $weeks } weeks, { $meetings } meetings
report-timetable-note = * For participants only. Tinted: open to everybody, with a recording.
report-timetable-note-web = * For participants only. The others were open to everybody.
report-institutions = Speakers came from
report-no-communique = No communiqué has been adopted yet.
report-adopted = Adopted
report-presented = Presented
report-recommendations = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
 }
report-a-participant = A participant
report-tier-organiser = Organised by
report-tier-co-organiser = Organised together with
report-tier-host = Hosted by
report-tier-partner = In partnership with
report-tier-earmarked-funder = Earmarked funders
report-tier-general-funder = General funders
report-tier-supporter = Supported by
report-tier-project = Through the project
report-cofunding = Co-funding
report-contributors-as-of = List of general contributors as of { $day }
report-how-we-know-text = No figure is typed by hand. Each is computed from the record by the definition given here, and rounded as the definition says. What others counted is marked with who did and where it is printed. Each figure leads to the rows that it counts, for those who may see them.
report-colophon = Set in Source Serif 4 and Source Sans 3; names in other scripts in Noto. Tagged for screen readers (PDF/UA-1) and fit for archives (PDF/A-3a).
report-demonstration = Demonstration, not published by ASEF
report-demonstration-means = Persons, answers and quotations in this document are invented, apart from the names that the published report itself prints.
report-timeline-title = { $count } activities, from { $from } to { $to }
report-timeline-says = The activities of the edition as bars over the months, in the order of their first day.
report-map-title = { $people } participants of { $countries } countries: { $asia } in Asia, { $europe } in Europe
report-band-0 = None
report-asia = Asia
report-europe = Europe
report-government = Government: diplomats and government officials
report-civil-society = Civil society: research and science managers
report-groups-title = { $government } from government, { $civil } from civil society
report-groups-says = Two bars, one for each group of participants of the training, divided into Asia and Europe.
report-balance-title = Of those chosen, { $asia } come from Asia and { $europe } from Europe
report-balance-says = One bar for each activity that chooses its participants, divided into Asia and Europe.
report-answers-title = { $least } or more agree with each of the { $count } statements
report-answers-says = One bar for each statement, which leans to the right the more people agree with it.
report-view-1 = Strongly disagree
report-view-2 = Disagree
report-view-3 = Neither
report-view-4 = Agree
report-view-5 = Strongly agree
report-glance = The edition at a glance
report-phase-before = It is { $today }. { $days ->
    [one] The edition begins tomorrow.
   *[other] The edition begins in { $days } days.
 }
report-phase-during = It is { $today }. { $days ->
    [0] Today: { $session }.
    [one] Tomorrow: { $session }.
   *[other] Next, in { $days } days: { $session }.
 }
report-phase-closing = It is { $today }. All sessions have been held. { $days ->
    [0] The edition ends today.
    [one] The edition ends tomorrow.
   *[other] The edition ends in { $days } days.
 }
report-phase-writing = It is { $today }. The edition is over. { $days ->
    [one] Its report appears tomorrow.
   *[other] Its report appears in { $days } days.
 }
report-phase-reported = It is { $today }. The edition is over; its report was published on { $day }.
report-phase-over = It is { $today }. The edition ended on { $day }. Its report has no day yet.
report-next = What happens next
report-nothing-to-come = No session lies ahead.
report-participants-only = participants only
report-waits = What waits
report-nothing-waits = Nothing waits for anybody.
report-waits-given-up = { $count ->
    [one] 1 letter was given up
   *[other] { $count } letters were given up
 }
report-waits-no-link = { $count ->
    [one] 1 public session within seven days has no joining link
   *[other] { $count } public sessions within seven days have no joining link
 }
report-waits-no-speakers = { $count ->
    [one] 1 public session ahead has no speakers
   *[other] { $count } public sessions ahead have no speakers
 }
report-waits-bounced = { $count ->
    [one] 1 address cannot be reached
   *[other] { $count } addresses cannot be reached
 }
report-waits-letters = { $count ->
    [one] 1 letter waits to be sent
   *[other] { $count } letters wait to be sent
 }
report-key-figures = Key figures, live
report-pdf-of = PDF, { $pages } pages, { $size } kB
report-nothing-to-mend = The press found nothing to mend.
report-not-printed-desk = Not printed: mend this first. The public is told that the PDF is not available.
report-no-glyph = No typeface has a form for “{ $letter }” ({ $code }). Correct the word, or ask for a face that has it:
