# The room programme.
programme-invented = invented
programme-assumed = assumed for the demonstration

# Pages and acts
programme-activities = Activities
programme-partnerships = Partners and funders
programme-texts = Texts
programme-team = Team and roles
programme-journal = Journal
programme-clock = The demonstration’s clock
programme-save = Save
programme-add = Add
programme-show = Show
programme-any = Any
programme-keep = Keep everything as it is
programme-preview = Preview
programme-history = What was done to this
programme-no-history = Nothing yet. Each change will stand here with its day, its author, and the old and the new values.
programme-see-on-site = See it on the site
programme-no-activities = There are no activities yet. They come with the edition folder; write them in activities.toml and import it.
programme-whole-edition = The whole edition
programme-in-english = English
programme-in-french = French
programme-pages = Pages of the journal
programme-newer = Newer
programme-older = Older

# Columns
programme-column-title = Title
programme-column-days = Days
programme-column-kind = Kind
programme-column-mode = Mode
programme-column-status = Status
programme-column-organisation = Organisation
programme-column-activity = Activity
programme-column-acts = What you can do
programme-column-text = Text
programme-column-name = Name
programme-column-role = Role
programme-column-since = Since
programme-column-until = Until
programme-column-when = When
programme-column-what = What was done
programme-column-about = To what
programme-column-number = Number
programme-column-adopted = Adopted on
programme-column-presented = Presented on
programme-column-country = Country
programme-column-series = Series

# Fields
programme-field-title-en = Title in English
programme-field-title-fr = Title in French
programme-field-starts-on = First day
programme-field-ends-on = Last day
programme-field-mode = How people come together
programme-field-place-en = Place in English
programme-field-place-fr = Place in French
programme-field-zone = Time zone
programme-field-summary-en = Summary in English
programme-field-summary-fr = Summary in French
programme-field-status = Status
programme-field-key = Name in the address
programme-field-organisation = Organisation
programme-field-role = Role
programme-field-activity = Activity
programme-field-position = Place in the order
programme-field-note-en = Note in English
programme-field-note-fr = Note in French
programme-field-text-en = Text in English
programme-field-text-fr = Text in French
programme-field-email = Email address
programme-field-name = Name
programme-field-language = Language of letters
programme-field-until = Last day
programme-field-deputy-of = Stands in for
programme-field-roles = Roles that ended
programme-field-browsers = Browsers that were signed out
programme-field-clock = Day of the clock
programme-field-day = Day
programme-field-who = Who
programme-field-kind = About
programme-field-addresses = Addresses
programme-field-session = Session
programme-field-minutes = Minutes present
programme-field-office-en = Office in English
programme-field-office-fr = Office in French
programme-field-printed = Name as printed
programme-zone-hint = The zone in which its sessions are announced, like Asia/Singapore. Leave it empty where there are no sessions.
programme-key-hint = Lower-case letters, digits and hyphens. The old address will lead to the new one for ever.
programme-organisation-hint = One that is not listed yet can be added at the end of this page. Without one, say in the note what is known.
programme-note-hint = Shown beside the name, or in its place where no organisation is chosen.
programme-name-hint = As colleagues know them. If the address has an account already, its name stays.
programme-until-hint = The role ends by itself after this day. Leave it empty for a role without an end.
programme-deputy-hint = Only somebody who holds the same role now.
programme-markdown-hint = Markdown: an empty line begins a paragraph, ## a heading, - an item of a list, **two stars** make bold.

# Words for what is stored
programme-kind-series = Country series
programme-kind-workshop = Workshop
programme-kind-training = Training
programme-kind-simulation = Simulation
programme-kind-summit = Summit
programme-kind-research = Research
programme-mode-online = Online
programme-mode-on-site = On site
programme-mode-hybrid = Online and on site
programme-status-planned = Planned
programme-status-delivered = Delivered
programme-source-report = Printed in the report
programme-source-demonstration = Assumed for the demonstration
programme-source-pictured = Pictured in the report
programme-source-here = Entered on the desk
programme-role-organiser = Organiser
programme-role-co-organiser = Co-organiser
programme-role-host = Host
programme-role-partner = Partner
programme-role-earmarked-funder = Earmarked funder
programme-role-general-funder = General funder
programme-role-supporter = Supporter
programme-role-project = Project

# An activity
programme-address = Address on the site
programme-change-address = Change the address

# Partners and funders
programme-add-partnership = Add a partner or funder
programme-removed-partnerships = Taken away
programme-put-back = Put { $name } back
programme-no-organisation = No organisation, only a note
programme-move-up = Move { $name } up
programme-move-down = Move { $name } down
programme-remove = Remove { $name }

# Texts
programme-texts-why = The prose of the site and of the report. Each text has one place; where none is written, its page does without.
programme-not-written = Not written yet
programme-words = { $count ->
    [1] 1 word
   *[other] { $count } words
 }
programme-reads = How it reads:

# Team
programme-no-end = No end set
programme-deputy-for = stands in for { $name }
programme-end-role = End the role { $role } of { $name }
programme-they-leave = { $name } leaves
programme-past-roles = Roles that have ended
programme-give-role = Give a role
programme-give-role-why = Whoever reads the address gets a letter that names the role and says how to sign in. If there is no account yet, it is opened.
programme-give-role-button = Give the role and write the letter
programme-no-deputy = Nobody
programme-leaving = { $name } leaves
programme-leaving-why = This ends at once whatever { $email } can do here. What they did stays in the journal. It cannot be undone: if they come back, they need another address.
programme-leaving-holds = What ends
programme-leaving-nothing = No role any more
programme-leaving-browsers = { $count ->
    [0] No browser is signed in
    [1] One signed-in browser
   *[other] { $count } signed-in browsers
 }
programme-leaving-end = End everything that { $name } holds
programme-erase-account = Erase the account of { $name }
programme-erase-account-button = Erase this account
programme-erase-goes = This goes, for good:
programme-erase-told = the name and the address { $email }, passkeys, and every signed-in browser
programme-erase-role = the role { $role }
programme-erase-letters = { $count ->
    [one] the words of one letter to this address
   *[other] the words of { $count } letters to this address
 }
programme-erase-values = { $count ->
    [one] one name in the journal
   *[other] { $count } names in the journal
 }
programme-erase-stays = What was done with this account stays in the journal, done by somebody without a name.
programme-erase-not-people = What the same person told us as an applicant, a participant or a guest stands among the people of the edition and is erased there.
programme-erase-final = It touches one account and cannot be undone.
programme-erase-confirm = Its holder asked for this, or there is no reason left to keep it
programme-account-was-erased = Erased account

# Clock
programme-clock-why = What is not yet so on the day that the clock shows is not shown anywhere. Setting it changes what every reader of this demonstration sees, and nothing on record.
programme-clock-now = It shows:
programme-clock-shown = Shown now
programme-clock-set = Show: { $day }

# Journal
programme-journal-nobody = Nobody who was signed in
programme-journal-empty = No line fits. Take a condition away, or choose another day.
programme-value-was = was
programme-value-became = became
programme-value-empty = nothing
programme-value-erased = erased together with the person’s data
journal-kind-activity = Activity
journal-kind-partnership = Partner or funder
journal-kind-text = Text
journal-kind-account = Account
journal-kind-edition = Edition
journal-kind-session = Session
journal-kind-registration = Registration
journal-kind-person = Person
journal-kind-letter = Letter
journal-programme-activity-changed = changed an activity
journal-programme-activity-undone = took back the last change to an activity
journal-programme-activity-renamed = gave an activity another address
journal-programme-partnership-added = added a partner or funder
journal-programme-partnership-moved = moved a partner or funder
journal-programme-partnership-removed = removed a partner or funder
journal-programme-partnership-restored = put a partner or funder back
journal-programme-text-changed = changed a text
journal-programme-text-undone = took back the last change to a text
journal-programme-role-given = gave a role
journal-programme-role-ended = ended a role
journal-programme-account-ended = ended the account of somebody who left
journal-programme-account-erased = erased the account of somebody who left
journal-programme-own-account-erased = erased their own account
journal-programme-clock-set = set the demonstration’s clock

# Refusals
programme-ends-before-it-starts = The last day lies before the first. Correct one of the two.
programme-no-title = The title is missing. Write at least the English one.
programme-no-day = This is no day. Write it like 2025-10-23.
programme-day-passed = This day has passed. Choose one that is still to come, or leave it empty.
programme-no-choice = This is none of the choices. Choose one from the list.
programme-no-zone = No time zone has this name. Write one like Asia/Singapore.
programme-no-key = This cannot stand in an address. Use lower-case letters, digits and single hyphens, like youth-summit.
programme-key-taken = This address belongs to another activity, or did once and still leads to it. Choose another.
programme-nobody-named = Choose an organisation, or say in a note what is known.
programme-partner-already = This organisation has this role there already.
programme-changed-meanwhile = Somebody else changed this after you had opened it. Nothing of theirs was overwritten. Look at what is on record now; if you save again, yours replaces it.
programme-nothing-to-undo = There is no change here that could be taken back.
programme-last-of-secretariat = Nobody would be left in the secretariat who has no end date. Nothing was changed. Give somebody else the role without an end date first.
programme-held-beyond = This role reaches into an edition for which you do not answer. Nothing was changed. Ask somebody of the secretariat there, or the operator of the installation.
programme-holds-already = They hold this role already. To change its last day, end it and give it again.
programme-holds-still = They still hold a role, here or in another edition. Nothing was erased. End what they hold first.
programme-erased-already = This account was erased already. Nothing was changed.
programme-not-confirmed = Tick the box to confirm. Nothing was erased.
programme-account-ended = The account of this address was ended and stays so. Use another address.
programme-no-name = The name is missing. Write how colleagues know them.
programme-no-address = This is no email address. Write it like name@example.org.
programme-no-such-day = The clock has no such day. Choose one from the list.

# Letter to somebody who was given a role
programme-welcome-subject = Your role: { $edition }
programme-welcome-body = Dear { $name },

 you have been given a role in “{ $edition }”: { $role }.
programme-welcome-deputy = You stand in for { $name }.
programme-welcome-until = The role ends by itself after { $day }.
programme-welcome-sign-in = To sign in, open this address and enter { $email }; a letter with a link then comes to you. There is no password.

 { $address }

 If this surprises you, write to { $contact }.

# Figures
programme-communique-count = communiqué
programme-communique-count-definition = One, once the edition’s communiqué was presented; before that day there is nothing to count.
programme-communique-recommendations = recommendations in the communiqué
programme-communique-recommendations-definition = The recommendations on record for the edition’s communiqué, counted once it was presented.
programme-reports-planned = planned country reports
programme-reports-planned-definition = The different countries whose series has ended, counted while the record announces a study that is still planned; the record holds no number of reports of its own.
programme-add-organisation = Add an organisation
programme-no-country = no country
programme-field-organisation-name = Name as printed
programme-organisation-name-hint = In full, with its country or its short form where it is printed so.
programme-field-organisation-name-fr = Name in French, if it has one
programme-field-short = Short form, if it has one
programme-field-organisation-key = Short name for files
programme-organisation-key-hint = Lower-case letters, digits and hyphens, like nazarbayev-university. It does not change again.
programme-field-organisation-kind = What it is
programme-field-country = Country
programme-organisation-ministry = a ministry
programme-organisation-agency = a public agency
programme-organisation-international = an international organisation
programme-organisation-country = a country
programme-organisation-foundation = a foundation
programme-organisation-university = a university
programme-organisation-institute = an institute
programme-organisation-society = a learned society
programme-organisation-network = a network
programme-organisation-company-association = a company or an association of companies
programme-no-organisation-name = The name is missing. Write it as it is to be printed.
programme-organisation-known = An organisation of this name is listed already. Choose it above, or give this one a name of its own.
programme-organisation-in-use = This organisation stands among the partners or the speakers’ institutions by now, taken away or not, so it stays in the list. Nothing was changed.
journal-programme-organisation-added = added an organisation
journal-programme-organisation-undone = took back a change to the list of organisations
journal-kind-organisation = Organisations
