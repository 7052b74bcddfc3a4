# The room people.
# Signing in.
people-sign-in = Sign in
people-sign-in-lede = There is no password. We send you a letter with a link and a code.
people-email = Email address
people-sign-in-hint = The address that the secretariat knows you by
people-send-letter = Send me a letter
people-sign-in-with-passkey = Sign in with a passkey
people-letter-sent = A letter is on its way
people-letter-sent-to = If { $email } has an account here, a letter reaches it within a few minutes. It carries a link and a code; either signs you in, once, within 30 minutes.
people-letter-stays = This is a demonstration: no mail leaves it. The letter waits in the outbox on the desk, and single-use links for the roles are printed on the console where the program was started.
people-letter-outbox = The outbox on the desk
people-code = Code
people-code-hint = The eight digits in the letter
people-no-letter = No letter? Look among the unwanted mail, and check the address.
people-ask-again = Ask for another letter
people-one-button = One more step
people-one-button-as = You are about to sign in as
people-link-over = This link has ended
people-link-over-why = Nothing was changed. We can send a new letter to the same address.
people-new-letter = Send me a new letter
people-no-address = This is no email address: it needs one @ and a dot after it, like name@example.org.
people-passkey-failed = The passkey could not be checked. Try again, or ask for a letter.
people-letter-sign-in-subject = Your link to sign in
people-letter-sign-in =
    Dear { $name },

    somebody asked to sign in with this address. If it was you, open this link and press the button:

    { $link }

    Or type this code on the page where you asked: { $code }

    Both work once, within { $minutes } minutes. If it was not you, do nothing: without this letter nobody can sign in.
# My account.
people-my-account = My account
people-my-roles = What I am
people-no-role = You hold no role at present. If you expected one, ask the secretariat.
people-open-desk = Open the desk
people-my-language = My language
people-language = Language
people-language-hint = In which letters are written to you
people-no-language = Choose one of the languages in the list.
people-save = Save
people-my-browsers = Where I am signed in
people-some-browser = A browser
people-signed-in-since = Signed in since
people-last-seen = Last seen
people-this-browser = this browser
people-end = Sign out
people-end-others = Sign out everywhere else
people-my-passkeys = My passkeys
people-passkeys-lede = A passkey signs you in with your fingerprint, your face or the lock of your device, without a letter.
people-passkey-since = Added
people-passkey-used = Last used
people-passkey-add = Add a passkey
people-passkey-not-added = No passkey was added. Your device may have one already, or the address in your browser is not the one that this installation goes by.
people-passkey-script = Adding a passkey needs JavaScript.
people-passkey-no-name = This installation is reached by a number, not by a name; browsers make passkeys for names only.
people-remove = Remove
people-sign-out = Sign out of this browser
people-erase-me = Erase my account
people-erase-me-confirm = I want my account to be erased
people-erased-me = Your account is erased
people-erased-me-why = This browser and all others are signed out. If you come back, the same address can be given a new account.
# The people on the desk.
people-rail = People
people-count = { $count ->
    [0] Nobody
    [one] One person
   *[other] { $shown } people
 }
people-export = Save this list (CSV)
people-none-found = No one in the record is like this. Take away one of the conditions above.
people-name-or-email = Name or email address
people-any-country = Every country
people-any-activity = With or without a part
people-any-file = Every list
people-takes-part = Takes part in
people-takes-no-part = In no activity.
people-door = List
people-narrow = Narrow the list
people-organisation = Organisation
people-pages = Pages of the list
people-page-of = Page { $page } of { $pages }
people-page-before = The page before
people-page-after = The next page
people-file-people = Named in public
people-file-people-invented = Invented speakers
people-file-guests = Guests and webinar public
people-file-applicants = Applicants
people-file-here = Registered here
people-party-civil-society = Civil society
people-party-government = Government
people-column-name = Name
people-column-country = Country
people-column-party = Group
people-column-day = Day
people-column-people = People
people-column-note = Note
people-erased = Erased person
people-erased-already = This person was erased already. Nothing was changed.
people-erased-on = Erased on
people-erased-kept = Country, group and what was counted stay.
people-held = What is held
people-motivation = Motivation
people-history = History
people-no-history = Nothing was changed since this person came into the record.
people-nothing = nothing
people-field-name = Display name
people-field-printed = Name as printed
people-field-office = Office or post
people-field-office-en = Office or post, in English
people-field-office-fr = Office or post, in French
people-field-organisation = Organisation, in their own words
people-name-hint = The name by which people know them; no surname is needed
people-printed-hint = As it stands in programmes and reports, like Mr AMIZAL Fadzli Rajali
people-organisation-hint = In their own words; leave empty where the edition lists the organisation
people-no-name = Write a name.
people-gender = Gender
people-gender-f = Woman
people-gender-m = Man
people-gender-x = Another
people-born-on = Born on
people-consent = Consent
people-consent-published-report = named in the published report
people-consent-given = given
people-applied-at = Applied
people-since = since
people-until = until
people-correct = Correct
people-erase = Erase
people-erase-goes = This goes, for good:
people-erase-told = name, email address, office, organisation, day of birth, gender, language
people-erase-motivation = the motivation of the application
people-erase-letters = { $count ->
    [one] the words of one letter to this address
   *[other] the words of { $count } letters to this address
 }
people-erase-journal = { $count ->
    [one] one value in the journal
   *[other] { $count } values in the journal
 }
people-erase-stays = This stays, without a name:
people-erase-counted = country and group, registrations and attendance, as rows that figures count; that something was done, when and by whom
people-erase-parts = { $count ->
    [one] one participation
   *[other] { $count } participations
 }
people-erase-not-account = There is an account with this address. Its holder erases it under “My account”, or the secretariat among the roles that have ended.
people-erase-final = It touches one person and cannot be undone.
people-erase-confirm = The person asked for this, or there is no reason left to keep it
people-erase-one = Erase this person
people-not-confirmed = Tick the box to confirm. Nothing was erased.
journal-people-corrected = corrected a person’s name or office
journal-people-erased = erased a person’s data
journal-people-passkey-added = added a passkey
journal-people-passkey-removed = removed a passkey
# What this room counts.
people-call-applicants = applicants
people-call-applicants-definition = People who answered the call of this edition, each counted once, by the moment shown.
people-training-participants = training participants
people-training-participants-definition = People with a confirmed seat in a training of this edition who have not given it up by the moment shown, each counted once.
people-training-countries = countries in the training
people-training-countries-definition = Different countries of the people counted as training participants.
people-summit-participants = summit participants
people-summit-participants-definition = People with a confirmed seat at a summit of this edition who have not given it up by the moment shown, each counted once.
people-summit-countries = countries at the summit
people-summit-countries-definition = Different countries of the people counted as summit participants.
people-workshop-participants = workshop participants
people-workshop-participants-definition = People with a confirmed seat in an on-site workshop of this edition who have not given it up by the moment shown, each counted once.
people-people-participants = participants in trainings and workshops
people-people-participants-definition = Training participants plus workshop participants; a person who takes part in both counts in both.
journal-people-signed-in = signed in
journal-people-language-chosen = chose a language for their letters
journal-people-browser-ended = signed one of their browsers out
journal-people-browsers-ended = signed their other browsers out
