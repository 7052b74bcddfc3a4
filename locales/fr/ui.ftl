# Ce que dit chaque page.
ui-this-language = Français
ui-skip = Aller au contenu
ui-main-menu = Menu principal
ui-menu = Rubriques
ui-desk = Bureau
ui-search = Rechercher
ui-sign-in = Se connecter
ui-section-edition = Édition
ui-section-choosing = Sélection
ui-section-publishing = Publication
ui-section-house = Administration
ui-form-wrong = { $count ->
    [1] Un point est à corriger
   *[other] { $count } points sont à corriger
 }
ui-form-kept = Ce que vous avez écrit est conservé.
ui-undo = Annuler la dernière modification
ui-on-record-now = Quelqu’un d’autre a modifié ceci. Au registre à présent :
ui-leave-empty = Laissez ce champ vide
ui-span-in = { $day }, { $from }–{ $to } { $place ->
    [UTC] UTC
   *[other] ({ $place })
 }
ui-moment-in = { $day }, { $time } { $place ->
    [UTC] UTC
   *[other] ({ $place })
 }
ui-place-time = heure locale, { $place }
ui-your-time = votre heure, { $place }
ui-time-in = { $time } { $place ->
    [UTC] UTC
   *[other] ({ $place })
 }
ui-first-day = 1er
ui-month-1 = janvier
ui-month-2 = février
ui-month-3 = mars
ui-month-4 = avril
ui-month-5 = mai
ui-month-6 = juin
ui-month-7 = juillet
ui-month-8 = août
ui-month-9 = septembre
ui-month-10 = octobre
ui-month-11 = novembre
ui-month-12 = décembre
ui-short-month-1 = janv.
ui-short-month-2 = févr.
ui-short-month-3 = mars
ui-short-month-4 = avr.
ui-short-month-5 = mai
ui-short-month-6 = juin
ui-short-month-7 = juil.
ui-short-month-8 = août
ui-short-month-9 = sept.
ui-short-month-10 = oct.
ui-short-month-11 = nov.
ui-short-month-12 = déc.
ui-weekday-1 = lundi
ui-weekday-2 = mardi
ui-weekday-3 = mercredi
ui-weekday-4 = jeudi
ui-weekday-5 = vendredi
ui-weekday-6 = samedi
ui-weekday-7 = dimanche

# Villes des fuseaux horaires ; les autres portent le nom du fuseau.
ui-column-figure = Compté dans
ui-column-counted = Ce qui est compté
ui-invented = inventé
ui-over-nine-tenths = plus de neuf dixièmes
ui-over-three-quarters = plus des trois quarts
ui-over-two-thirds = plus des deux tiers
ui-over-half = plus de la moitié
ui-over-a-third = plus d’un tiers
ui-over-a-quarter = plus d’un quart
ui-over-a-tenth = plus d’un dixième
ui-unit-answers = réponses
ui-unit-attendances = présences
ui-unit-countries = pays
ui-unit-documents = documents
ui-unit-people = personnes
ui-unit-recommendations = recommandations
ui-unit-registrations = inscriptions
ui-unit-series = séries
ui-unit-sessions = séances
ui-city-Athens = Athènes
ui-city-Azores = Açores
ui-city-Baku = Bakou
ui-city-Brussels = Bruxelles
ui-city-Bucharest = Bucarest
ui-city-Cairo = Le Caire
ui-city-Canary = Îles Canaries
ui-city-Copenhagen = Copenhague
ui-city-Dhaka = Dacca
ui-city-Dubai = Dubaï
ui-city-Ho_Chi_Minh = Hô Chi Minh-Ville
ui-city-Hovd = Khovd
ui-city-Irkutsk = Irkoutsk
ui-city-Kamchatka = Kamtchatka
ui-city-Kathmandu = Katmandou
ui-city-Kolkata = Calcutta
ui-city-Krasnoyarsk = Krasnoïarsk
ui-city-Lisbon = Lisbonne
ui-city-London = Londres
ui-city-Malta = Malte
ui-city-Manila = Manille
ui-city-Moscow = Moscou
ui-city-Nicosia = Nicosie
ui-city-Novosibirsk = Novossibirsk
ui-city-Seoul = Séoul
ui-city-Singapore = Singapour
ui-city-Tashkent = Tachkent
ui-city-Tbilisi = Tbilissi
ui-city-Ulaanbaatar = Oulan-Bator
ui-city-Vienna = Vienne
ui-city-Warsaw = Varsovie
ui-city-Yakutsk = Iakoutsk
ui-city-Yangon = Rangoun
ui-city-Yekaterinburg = Iekaterinbourg
ui-city-Yerevan = Erevan
