# What every page says.
ui-this-language = English
ui-skip = Skip to the content
ui-main-menu = Main menu
ui-menu = Menu
ui-desk = Desk
ui-search = Search
ui-sign-in = Sign in
ui-section-edition = Edition
ui-section-choosing = Choosing
ui-section-publishing = Publishing
ui-section-house = House
ui-form-wrong = { $count ->
    [1] There is one thing to mend
   *[other] There are { $count } things to mend
 }
ui-form-kept = What you wrote is kept.
ui-undo = Undo the last change
ui-on-record-now = Somebody else changed this. On record now:
ui-leave-empty = Leave this field empty
ui-span-in = { $day }, { $from }–{ $to } { $place ->
    [UTC] UTC
   *[other] in { $place }
 }
ui-moment-in = { $day }, { $time } { $place ->
    [UTC] UTC
   *[other] in { $place }
 }
ui-place-time = { $place } time
ui-your-time = your time, { $place }
ui-time-in = { $time } { $place ->
    [UTC] UTC
   *[other] in { $place }
 }
ui-first-day = 1
ui-month-1 = January
ui-month-2 = February
ui-month-3 = March
ui-month-4 = April
ui-month-5 = May
ui-month-6 = June
ui-month-7 = July
ui-month-8 = August
ui-month-9 = September
ui-month-10 = October
ui-month-11 = November
ui-month-12 = December
ui-short-month-1 = Jan
ui-short-month-2 = Feb
ui-short-month-3 = Mar
ui-short-month-4 = Apr
ui-short-month-5 = May
ui-short-month-6 = Jun
ui-short-month-7 = Jul
ui-short-month-8 = Aug
ui-short-month-9 = Sep
ui-short-month-10 = Oct
ui-short-month-11 = Nov
ui-short-month-12 = Dec
ui-weekday-1 = Monday
ui-weekday-2 = Tuesday
ui-weekday-3 = Wednesday
ui-weekday-4 = Thursday
ui-weekday-5 = Friday
ui-weekday-6 = Saturday
ui-weekday-7 = Sunday

# Cities of time zones; the others are called as the zone is.
ui-column-figure = Counted in
ui-column-counted = What is counted
ui-invented = invented
ui-over-nine-tenths = over nine tenths
ui-over-three-quarters = over three quarters
ui-over-two-thirds = over two thirds
ui-over-half = over half
ui-over-a-third = over a third
ui-over-a-quarter = over a quarter
ui-over-a-tenth = over a tenth
ui-unit-answers = answers
ui-unit-attendances = attendances
ui-unit-countries = countries
ui-unit-documents = documents
ui-unit-people = people
ui-unit-recommendations = recommendations
ui-unit-registrations = registrations
ui-unit-series = series
ui-unit-sessions = sessions
ui-city-Athens = Athens
ui-city-Azores = Azores
ui-city-Baku = Baku
ui-city-Brussels = Brussels
ui-city-Bucharest = Bucharest
ui-city-Cairo = Cairo
ui-city-Canary = Canary Islands
ui-city-Copenhagen = Copenhagen
ui-city-Dhaka = Dhaka
ui-city-Dubai = Dubai
ui-city-Ho_Chi_Minh = Ho Chi Minh City
ui-city-Hovd = Hovd
ui-city-Irkutsk = Irkutsk
ui-city-Kamchatka = Kamchatka
ui-city-Kathmandu = Kathmandu
ui-city-Kolkata = Kolkata
ui-city-Krasnoyarsk = Krasnoyarsk
ui-city-Lisbon = Lisbon
ui-city-London = London
ui-city-Malta = Malta
ui-city-Manila = Manila
ui-city-Moscow = Moscow
ui-city-Nicosia = Nicosia
ui-city-Novosibirsk = Novosibirsk
ui-city-Seoul = Seoul
ui-city-Singapore = Singapore
ui-city-Tashkent = Tashkent
ui-city-Tbilisi = Tbilisi
ui-city-Ulaanbaatar = Ulaanbaatar
ui-city-Vienna = Vienna
ui-city-Warsaw = Warsaw
ui-city-Yakutsk = Yakutsk
ui-city-Yangon = Yangon
ui-city-Yekaterinburg = Yekaterinburg
ui-city-Yerevan = Yerevan
