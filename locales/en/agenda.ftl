# The room agenda.

# Sessions on the site
agenda-sessions = Sessions
agenda-sessions-lede = Webinars for everybody, sessions for participants, and days together in one place.
agenda-sessions-described = Every session of the edition with its date and time, and how to register for it.
agenda-to-come = Coming up
agenda-past = Past sessions
agenda-no-sessions = No session is announced here yet. Dates are announced as soon as they are fixed.
agenda-activity = Activity
agenda-every-activity = Every activity
agenda-filter = Show
agenda-calendar = Calendar
agenda-calendar-edition = Add all sessions to your calendar (feed)
agenda-calendar-activity = Every session of this activity (feed)
agenda-calendar-session = Add this session to your calendar
agenda-zone = Show times in the zone of
agenda-zone-show = Show these times
agenda-kind-webinar = Webinar
agenda-kind-workshop = Workshop
agenda-kind-simulation = Simulation
agenda-kind-introduction = Introduction
agenda-kind-on-site = On site
agenda-open = Open to everybody
agenda-participants-only = For participants only
agenda-on-now = On now
agenda-over = Over
agenda-recorded = Recording online
agenda-cancelled = Called off
agenda-day-assumed = Day and time: assumed for the demonstration
agenda-time-assumed = Time of day: assumed for the demonstration
agenda-details = Details
agenda-host = Host
agenda-week = Week
agenda-place = Place
agenda-for-whom = For whom
agenda-for-everybody = Everybody, free of charge
agenda-speakers = Speakers
agenda-speakers-of-activity = For the whole activity
agenda-role-guest-of-honour = Guest of honour
agenda-role-welcome = Welcome
agenda-role-speaker = Speaker
agenda-role-moderator = Moderator
agenda-role-facilitator = Facilitator
agenda-role-trainer = Trainer
agenda-role-resource-person = Resource person
agenda-recording = Recording
agenda-recording-since = The recording was put online on { $day }.
agenda-recording-not-held = The demonstration knows that there is a recording; it does not hold the film itself.
agenda-recordings = Recordings
agenda-recordings-lede = Sessions that can be seen again.
agenda-no-recordings = No recording is online yet. Recordings appear some days after a session.
agenda-online-since = Online since { $day }
agenda-to-recording = To the recording
agenda-join-at = Join here: { $link }
agenda-demonstration = Demonstration, not published by { $host }

# Registering
agenda-registration = Registration
agenda-registration-lede = It takes 20 seconds and no account. The joining link comes by email at once.
agenda-register = Register
agenda-name = Name
agenda-name-hint = As you would like to be addressed.
agenda-email = Email address
agenda-email-hint = The joining link goes to this address.
agenda-country = Country (optional)
agenda-country-none = No answer
agenda-organisation = Organisation (optional)
agenda-consent = By registering you agree that the secretariat keeps what you wrote here, to write to you about this session and to count who took part. You can withdraw at any time by the link in the letter, or at { $contact }.
agenda-privacy = What happens to your data
agenda-registered = Look into your inbox
agenda-registered-for = A letter is on its way to the address that you gave. It is about:
agenda-next = What happens next
agenda-next-letter = Within minutes: the letter with the joining link, a calendar file, and a link by which you can withdraw.
agenda-next-reminder = A day before, a reminder:
agenda-next-session = The session begins:
agenda-no-letter = No letter after ten minutes? Look among the unwanted mail, or register once more: that does no harm. Otherwise write to { $contact }.
agenda-letter-kept = This is a demonstration: no mail leaves it. The letter lies in the outbox on the desk.
agenda-back-to-session = Back to the session
agenda-your-registration = Your registration
agenda-joining = Joining link
agenda-withdraw = Withdraw
agenda-withdraw-heading = You cannot come?
agenda-withdraw-why = Withdraw, and your place is free for somebody else. You can register again as long as there are places.
agenda-withdrawn = You have withdrawn from this session. No further letter about it will be sent to you.
agenda-register-again = Register again
agenda-over-why = This session is over. Thank you for your interest.

# Why something could not be done
agenda-no-name = Write your name, as you would like to be addressed
agenda-too-long = Write less here: at most 200 characters for a name, 300 for a title
agenda-no-address = Write an email address like name@example.org
agenda-no-country = Choose a country from the list, or none
agenda-full-why = Every place in this session is taken. If you have registered before, your registration stands and the letter with the joining link remains good. When somebody withdraws, registration opens here again.
agenda-begun-why = This session has begun or is over, so nobody can register or withdraw any more. The recording will be found on this page.
agenda-cancelled-why = This session was called off. Everybody who was registered has been told.
agenda-participants-only-why = This session is for the participants of the activity; they need not register.
agenda-no-title = Write a title in English
agenda-no-day = Write a day, like 2025-10-23
agenda-no-time = Write a time, like 09:00
agenda-ends-before-it-starts = Let the session end after it starts, on the same day
agenda-no-capacity = Write a number from 1 on, or leave this empty
agenda-no-link = Write an address that begins with https://
agenda-changed-meanwhile = Somebody else changed this session since you opened the form. Compare with the history; send the form again if yours should stand.
agenda-nothing-to-undo = There is no change that could be taken back
agenda-not-begun = The session has not begun: nobody can have been present yet
agenda-no-minutes = Write minutes from 0 to 1440, or leave this empty for somebody who did not come
agenda-no-line = Line { $line } cannot be read. Write an address, a comma, and minutes: name@example.org, 75
agenda-nobody-registered = Line { $line }: nobody is registered with { $address }. Correct the address, or take the line out.

# The desk
agenda-rail-sessions = Sessions
agenda-column-day = Day
agenda-column-session = Session
agenda-column-title = Series
agenda-column-sessions = Sessions
agenda-column-state = State
agenda-column-registered-people = Registered
agenda-column-present = Present
agenda-column-name = Name
agenda-column-organisation = Organisation
agenda-column-country = Country
agenda-column-registered = Registered on
agenda-column-withdrawn = Withdrawn on
agenda-column-minutes = Minutes present
agenda-column-note = Note
agenda-column-activity = Activity
agenda-column-source = Source of the day
agenda-column-first-day = First day
agenda-column-last-day = Last day
agenda-column-appearances = Appearances
agenda-people-of = Registered: { $count } – { $session }
agenda-on-site = See it on the site
agenda-registrations-count = Registrations: { $count }
agenda-registrations-of = Registrations: { $session }
agenda-history = What was done
agenda-no-history = Nothing has been changed since the session was entered.
agenda-erased = erased
agenda-undo = Take the last change back
agenda-title-en = Title in English
agenda-title-fr = Title in French
agenda-topic-en = Topic in English
agenda-topic-fr = Topic in French
agenda-starts = Starts
agenda-ends = Ends
agenda-zone-hint = By the clocks of { $zone }
agenda-capacity = Places
agenda-capacity-hint = Empty: as many as wish to come.
agenda-joining-hint = Empty: the page of the session itself.
agenda-recording-day = Recording online since
agenda-recording-day-hint = From this day on the site says that the recording is there.
agenda-move-tells = If you change the day, the time or the joining link, a letter goes to everybody who is registered. Registered now: { $count }
agenda-save = Save
agenda-cancel = Call the session off
agenda-cancel-title = Call off: { $session }
agenda-cancel-why = A letter with the news goes to everybody who is registered, and the session is marked as called off on the site and in all calendars. This cannot be taken back. Registered now: { $count }
agenda-keep = Leave everything as it is
agenda-search = Name, address or organisation
agenda-state-all = All
agenda-state-registered = Registered
agenda-state-present = Present
agenda-state-withdrawn = Withdrawn
agenda-export = Take these rows away as CSV
agenda-rows = Shown: { $shown } of { $count }
agenda-no-registrations = No registration matches. Registrations appear here as soon as somebody registers on the page of the session.
agenda-pages = Pages of the list
agenda-minutes-of = Minutes present: { $name }
agenda-save-attendance = Save attendance
agenda-paste = Paste an attendance list
agenda-paste-lines = Addresses and minutes
agenda-paste-hint = One person a line: an address, a comma, the minutes. Whoever stands there twice is added up. If one line is wrong, nothing is taken.
agenda-withdraw-name = Withdraw { $name }
agenda-withdraw-tells = The registration is withdrawn and the place becomes free. Before the session a letter tells the person so.
agenda-keep-registration = Keep the registration

# Values of the journal
agenda-field-title-en = Title in English
agenda-field-title-fr = Title in French
agenda-field-topic-en = Topic in English
agenda-field-topic-fr = Topic in French
agenda-field-held-on = Day
agenda-field-starts = Starts
agenda-field-ends = Ends
agenda-field-capacity = Places
agenda-field-joining = Joining link
agenda-field-recording = Recording online since
agenda-field-date-source = Source of the day
agenda-field-time-source = Source of the times
agenda-field-session = Session
agenda-field-name = Name
agenda-field-minutes = Minutes present
journal-agenda-registered = registered for a session
journal-agenda-withdrawn = withdrew a registration
journal-agenda-session-changed = changed a session
journal-agenda-session-undone = took back a change of a session
journal-agenda-session-cancelled = called a session off
journal-agenda-attendance-marked = marked who was present

# Figures
agenda-webinars-registrations = registrations for the country webinars
agenda-webinars-registrations-definition = Counts every registration for a webinar of a country series that was made by the day shown and not withdrawn; somebody who registered for three webinars counts three times. Rounded down to whole thousands.
agenda-webinars-people = people present at the country webinars
agenda-webinars-people-definition = Counts different people who were present at one or more webinars of a country series that had ended by the day shown; somebody who came to three counts once.
agenda-webinars-attendances = attendances at the country webinars
agenda-webinars-attendances-definition = Counts one attendance for each person present at each webinar of a country series that had ended by the day shown; somebody who came to three counts three times.
agenda-webinars-sessions = country webinars
agenda-webinars-sessions-definition = Counts the webinars of the country series that had ended by the day shown and were not called off.
agenda-series-count = country series
agenda-series-count-definition = Counts the series of webinars about one country whose last day had come by the day shown.
agenda-speakers-count = speakers and resource persons
agenda-speakers-count-definition = Counts different people who spoke, taught, led or stood by in a session or an activity that had ended by the day shown; somebody who did so several times counts once. Rounded down to whole tens.

# Letters
agenda-letter-registered = Registered: { $title }
agenda-letter-registered-body =
    Dear { $name },

    you are registered for “{ $title }” ({ $activity }).

    When:
    { $when }

    Join here:
    { $joining }

    A calendar file goes with this letter. A day before the session we shall write again.

    Your registration, and the way to withdraw it:
    { $link }

    If you did not register, somebody else mistyped an address: withdraw by the link above, or write to { $contact }.

    { $programme }
agenda-letter-reminder = Tomorrow: { $title }
agenda-letter-reminder-body =
    Dear { $name },

    a reminder of “{ $title }” ({ $activity }).

    When:
    { $when }

    Join here:
    { $joining }

    You cannot come? Withdraw here, and your place is free for somebody else:
    { $link }

    { $programme }
agenda-letter-moved = Changed: { $title }
agenda-letter-moved-body =
    Dear { $name },

    the time or the joining link of “{ $title }” ({ $activity }) has changed. This is what holds now.

    When:
    { $when }

    Join here:
    { $joining }

    Your registration stands. The calendar file that goes with this letter replaces the earlier one. If the new time does not suit you, withdraw here:
    { $link }

    { $programme }
agenda-letter-cancelled = Called off: { $title }
agenda-letter-cancelled-body =
    Dear { $name },

    we are sorry: “{ $title }” ({ $activity }) will not take place. It had been announced for:
    { $when }

    You need not do anything. The calendar file that goes with this letter takes the session out of your calendar.

    Questions reach us at { $contact }.

    { $programme }
agenda-letter-withdrawn = Withdrawn: { $title }
agenda-letter-withdrawn-body =
    Dear { $name },

    the secretariat has withdrawn your registration for “{ $title }” ({ $activity }):
    { $when }

    You need not do anything. If this is a mistake, register again or write to { $contact }:
    { $page }

    { $programme }
agenda-holds-address = Write a name here, without a web address. What you wrote is kept.
