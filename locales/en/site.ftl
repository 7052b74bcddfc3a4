# The room site: what everybody sees.
site-menu-edition = Edition { $edition }
site-menu-sessions = Sessions
site-menu-people = People
site-menu-communique = Communiqué
site-menu-report = Report
site-menu-recordings = Recordings
site-menu-about = About
site-menu-events = Guest at other events

# The band of a demonstration.
site-demonstration = Demonstration, not a published programme
site-demonstration-of = Demonstration, not published by { $host }
site-clock-named = The clock stands at: { $name }, { $day }
site-clock = The clock shows { $day }
site-set-clock = Set the clock

# The footer.
site-footer-organised = Organised by
site-footer-partners = In partnership with
site-footer-funders = Earmarked funders
site-footer-support = With the support of
site-footer-all-partners = All partners and funders
site-footer-know = How we know
site-footer-know-how = Every figure leads to its definition and its date.
site-footer-figures = The figures
site-footer-more = This site
site-footer-contact = Write to us
site-footer-calendar = Calendar of all sessions
site-footer-feed = News feed
site-footer-zone = Times
site-zone-label = Show times in the zone of
site-zone-host = the host of each session
site-zone-show = Show

# An installation without an edition.
site-empty = This installation is ready, and empty
site-empty-why = Nothing is published here yet. Three commands on the machine that runs it take you further:
site-empty-import = Put an edition in, from its folder:
site-empty-sign-in = Open the desk for the first time:
site-empty-configure = See whether mail, address and storage are set up:
site-empty-then = Has somebody given you an account?
site-on-its-way = The edition is on its way
site-on-its-way-why = It is being read into this installation at this moment, which takes a few seconds.
site-look-again = Look again

# The edition.
site-edition-label = Edition { $edition } · { $from } to { $to }
site-timeline-title = { $count ->
    [1] One activity, { $from } to { $to } { $year }
   *[other] { $count } activities, { $from } to { $to } { $year }
 }
site-timeline-description = The activities of the edition over the months from { $from } to { $to } { $year }; the table below lists them with their dates.
site-timeline-rows = The activities as a table
site-timeline-what = Activity
site-timeline-when = Dates
site-next = Next
site-all-sessions = All sessions
site-ahead = Under way and ahead
site-past = So far
site-aims = What it is for
site-more-about = More about the programme
site-register = Register
site-register-for = Register for { $session }
site-recording = Recording
site-recordings = Recordings
site-participants-only = Participants only
site-cancelled = Called off
site-announced = Announced, without a date
site-minutes = { $minutes } minutes
site-sessions-count = { $count ->
    [1] one session
   *[other] { $count } sessions
 }
site-kind-series = Country series
site-kind-workshop = Workshop
site-kind-training = Training
site-kind-simulation = Simulation
site-kind-summit = Summit
site-kind-research = Research
site-mode-online = Online
site-mode-on-site = On site
site-mode-hybrid = Online and on site

# One activity.
site-when = When
site-how = How
site-where = Where
site-country = Country
site-part-of = Part of
site-outcome = Outcome
site-calendar = Calendar
site-calendar-of-activity = Subscribe to its sessions
site-timetable = Timetable
site-week = Week
site-week-number = Week { $week }
site-times-assumed = The times of day are assumed for the demonstration.
site-parts = Within this activity
site-speakers-of-activity = Guests of honour and speakers
site-voices = In the words of participants
site-voice-from = A participant from { $country }
site-partners-of-activity = Carried by

# People who speak.
site-people = People who speak
site-people-lede = Guests of honour, speakers, facilitators and resource persons, activity by activity.
site-people-invented = Guests of honour and presenters whom the published report names stand here as it prints them. Everybody who is marked is invented for the demonstration.
site-institutions = Institutions that speakers came from

# Partners and funders.
site-partners = Partners and funders
site-partners-lede = Who organises the edition, who lends a house or a name to it, and who pays for it.
site-role-organiser = Organised by
site-role-co-organiser = Co-organised by
site-role-host = Hosts
site-role-partner = In partnership with
site-role-earmarked-funder = Earmarked funders
site-role-general-funder = General funders
site-role-supporter = Supporters
site-role-project = Project
site-contributors-as-of = General contributors as of { $day }.
site-by-activity = Activity by activity

# The communiqué.
site-communique-invented = The titles of the pillars are the published ones. The texts were written for this demonstration; nobody signed them.
site-pillars = Pillars
site-adopted = Adopted on { $day }
site-presented = Presented on { $day }, { $place }
site-to-be-presented = To be presented on { $day }, { $place }
site-recommendation = Recommendation { $number }

# About, events, privacy, accessibility.
site-about = About the programme
site-about-series = The workshop series
site-events = Guest at other events
site-events-lede = Conferences and meetings of others at which the programme showed what it had found.
site-events-none = None so far. Events appear here once they have been held.
site-audience = { $count } listeners
site-mode-printed = The published report’s heading says “{ $printed }”.
site-privacy = Privacy
site-accessibility = Accessibility
site-unwritten = The secretariat has not written this page yet. Until then, ask:

# Search.
site-search-label = Words to look for
site-search-what = The search covers sessions, activities, people who speak, texts of these pages and the communiqué. Accents and capitals make no difference.
site-search-for = Search: { $words }
site-search-count = { $count ->
    [0] Nothing found for “{ $words }”
    [1] One place for “{ $words }”
   *[other] { $count } places for “{ $words }”
 }
site-search-none = Try fewer words, or only the beginning of a word.
site-text = Text

# News.
site-feed = News of the edition
site-news-session = Announced: { $title }
site-news-recording = Recording online: { $title }
site-news-adopted = Adopted: { $title }
site-news-report = The report is published
