# La pièce report : les chiffres et leurs définitions, le rapport sur le web et imprimé, la première page du bureau.
report-rail-glance = Vue d’ensemble
report-rail-figures = Chiffres
report-edition-engaged = participants, public des webinaires et personnes-ressources mobilisés
report-edition-engaged-definition = Somme des participants à la formation et à l’atelier, des personnes différentes présentes à au moins un des webinaires par pays, et des intervenants et personnes-ressources. Une personne qui appartient à deux de ces groupes compte dans les deux.
report-people-engaged = Personnes mobilisées
report-audience-reached = Public touché
report-being-counted = en cours de comptage
report-nothing-yet = rien à compter pour l’instant
report-still-counting = Le registre est encore en cours de comptage. Réessayez dans une minute.
report-not-printed = Le rapport ne peut pas être imprimé en l’état. Le secrétariat voit sur son bureau ce qui est à corriger. Le rapport sur le web dit la même chose.
report-fraction = { $number } sur { $of }
report-response = { $agreed } répondants sur { $answered } ; { $answered } des { $invited } personnes interrogées ont répondu ({ $rate })
report-rule-exact = Indiqué tel que compté.
report-rule-stated = Affiché tel que l’indique qui l’a compté ; un plus signifie qu’il y en a au moins autant.
report-rule-tens = Arrondi à la dizaine inférieure ; le signe plus signifie « au moins ».
report-rule-hundreds = Arrondi à la centaine inférieure ; le signe plus signifie « au moins ».
report-rule-thousands = Arrondi au millier inférieur ; le signe plus signifie « au moins ».
report-rule-step = Arrondi au multiple inférieur de { $step } ; le signe plus signifie « au moins ».
report-rule-percent = Part des répondants, arrondie au pour cent le plus proche, les demis vers le haut.
report-rule-share = Part arrondie au pour cent le plus proche.
report-rule-fraction = La plus grande fraction usuelle que la part dépasse.
report-observed = Observé par { $observer } le { $day } ; { $evidence }
report-counted = Compté à partir du registre
report-counted-elsewhere = Compté ailleurs
report-figures = Chiffres
report-figures-expected-on = Les chiffres de cette édition seront publiés le { $day }, en même temps que son rapport.
report-figures-expected = Les chiffres de cette édition seront publiés en même temps que son rapport. La date n’est pas encore fixée.
report-expected-on = Le rapport de cette édition sera publié le { $day }. Ses activités, ses séances et ses enregistrements peuvent déjà être consultés.
report-being-published = Le rapport de cette édition est en cours de publication : il est composé, imprimé et signé en ce moment, et paraîtra ici dans quelques minutes.
report-expected = Le rapport de cette édition n’est pas encore publié. Ses activités, ses séances et ses enregistrements peuvent déjà être consultés.
report-as-of = situation au { $day }
report-source = Source : registre de l’édition, situation au { $day }
report-rows-drawn = Les lignes de ce dessin
report-rows-behind = Les lignes sous-jacentes
report-rows-not-for-all = Les lignes que compte ce chiffre peuvent être consultées par le secrétariat et par les auditeurs du programme, car elles peuvent concerner des personnes. Ce qui est compté, et comment, est indiqué plus haut.
report-rows-count = Lignes : { $count }
report-rows-invented = démonstration : les personnes et les réponses sont inventées
report-rows-csv = Toutes les lignes en CSV
report-earlier-rows = Lignes précédentes
report-later-rows = Lignes suivantes
report-pages = Pages de lignes
report-definition-and-rows = Définition et lignes
report-head-activity = Activité
report-head-dates = Période
report-head-place = Lieu
report-head-date = Jour
report-head-topic = Sujet
report-head-kind = Forme
report-head-day = Jour
report-head-session = Séance
report-head-registered = Inscrits
report-head-week = Semaine
report-head-country = Pays
report-head-people = Nombre de participants
report-head-group = Groupe
report-head-all = Ensemble
report-head-statement = Affirmation
report-head-answered = Réponses
report-head-figure = Chiffre
report-head-value = Publié comme
report-head-exact = Compté
report-head-definition = Définition
report-head-rule = Arrondi
report-head-source = Origine
report-head-as-of = Situation au
report-title = Rapport { $edition }
report-of-edition = Rapport de l’édition { $edition }
report-contents = Sommaire
report-sessions = Séances
report-published = Publié
report-on-the-web = Sur le web
report-state = État du registre
report-questions = Contact
report-series = Série
report-guests = Invités d’honneur et mots de bienvenue
report-presentations = Présentations de
report-when = Quand
report-where = Où
report-with = Avec
report-host = Hôte
report-audience = Auditoire
report-audience-of = un auditoire d’au moins { $count } personnes
report-mode-online = En ligne
report-mode-on-site = Sur place
report-mode-hybrid = Sur place et en ligne
report-week = Semaine { $number }
report-weekday-1 = lun.
report-weekday-2 = mar.
report-weekday-3 = mer.
report-weekday-4 = jeu.
report-weekday-5 = ven.
report-weekday-6 = sam.
report-weekday-7 = dim.
report-timetable-title = { $weeks } semaines, { $meetings } rencontres
report-timetable-note = * Séance réservée aux participants. Fond teinté : ouverte à tous, avec enregistrement.
report-timetable-note-web = * Séance réservée aux participants. Les autres étaient ouvertes à tous.
report-institutions = Les intervenants venaient de
report-no-communique = Aucun communiqué n’a encore été adopté.
report-adopted = Adopté le
report-presented = Présenté le
report-recommendations = { $count ->
    [one] { $count } recommandation
   *[other] { $count } recommandations
 }
report-a-participant = Un participant ou une participante
report-tier-organiser = Organisé par
report-tier-co-organiser = Organisé conjointement avec
report-tier-host = Accueilli par
report-tier-partner = En partenariat avec
report-tier-earmarked-funder = Financeurs affectés
report-tier-general-funder = Financeurs généraux
report-tier-supporter = Avec le soutien de
report-tier-project = Dans le cadre du projet
report-cofunding = Cofinancement
report-contributors-as-of = Liste des contributeurs généraux, situation au { $day }
report-how-we-know-text = Aucun chiffre n’est saisi à la main. Chacun est calculé à partir du registre selon la définition donnée ici, et arrondi comme elle l’indique. Pour ce que d’autres ont compté, il est dit par qui et où c’est imprimé. Chaque chiffre mène aux lignes qu’il compte, pour qui peut les voir.
report-colophon = Composé en Source Serif 4 et Source Sans 3 ; noms dans d’autres écritures en Noto. Balisé pour les lecteurs d’écran (PDF/UA-1) et apte à l’archivage (PDF/A-3a).
report-demonstration = Démonstration, non publiée par l’ASEF
report-demonstration-means = Les personnes, les réponses et les citations de ce document sont inventées, hormis les noms qu’imprime le rapport publié lui-même.
report-timeline-title = { $count } activités ({ $from } – { $to })
report-timeline-says = Les activités de l’édition en barres au fil des mois, dans l’ordre de leur premier jour.
report-map-title = { $people } participants de { $countries } pays : { $asia } en Asie, { $europe } en Europe
report-band-0 = Aucun
report-asia = Asie
report-europe = Europe
report-government = Pouvoirs publics : diplomates et agents publics
report-civil-society = Société civile : responsables de la recherche et des sciences
report-groups-title = { $government } des pouvoirs publics, { $civil } de la société civile
report-groups-says = Deux barres, une par groupe de participants à la formation, divisées entre l’Asie et l’Europe.
report-balance-title = Parmi les personnes retenues, { $asia } viennent d’Asie et { $europe } d’Europe
report-balance-says = Une barre par activité qui choisit ses participants, divisée entre l’Asie et l’Europe.
report-answers-title = Au moins { $least } des répondants sont d’accord avec chacune des { $count } affirmations
report-answers-says = Une barre par affirmation, d’autant plus à droite que l’accord est grand.
report-view-1 = Pas du tout d’accord
report-view-2 = Pas d’accord
report-view-3 = Ni l’un ni l’autre
report-view-4 = D’accord
report-view-5 = Tout à fait d’accord
report-glance = L’édition en un coup d’œil
report-phase-before = Nous sommes le { $today }. { $days ->
    [1] L’édition commence demain.
   *[other] L’édition commence dans { $days } jours.
 }
report-phase-during = Nous sommes le { $today }. { $days ->
    [0] Aujourd’hui : { $session }.
    [1] Demain : { $session }.
   *[other] Prochainement, dans { $days } jours : { $session }.
 }
report-phase-closing = Nous sommes le { $today }. Toutes les séances ont eu lieu. { $days ->
    [0] L’édition s’achève aujourd’hui.
    [1] L’édition s’achève demain.
   *[other] L’édition s’achève dans { $days } jours.
 }
report-phase-writing = Nous sommes le { $today }. L’édition est terminée. { $days ->
    [1] Son rapport paraît demain.
   *[other] Son rapport paraît dans { $days } jours.
 }
report-phase-reported = Nous sommes le { $today }. L’édition est terminée ; son rapport a été publié le { $day }.
report-phase-over = Nous sommes le { $today }. L’édition s’est achevée le { $day }. Son rapport n’a pas encore de date.
report-next = Prochaines séances
report-nothing-to-come = Aucune séance à venir.
report-participants-only = réservée aux participants
report-waits = Ce qui attend
report-nothing-waits = Rien n’attend personne.
report-waits-given-up = { $count ->
    [one] { $count } lettre a été abandonnée
   *[other] { $count } lettres ont été abandonnées
 }
report-waits-no-link = { $count ->
    [one] { $count } séance publique dans les sept jours n’a pas de lien de connexion
   *[other] { $count } séances publiques dans les sept jours n’ont pas de lien de connexion
 }
report-waits-no-speakers = { $count ->
    [one] { $count } séance publique à venir n’a pas d’intervenants
   *[other] { $count } séances publiques à venir n’ont pas d’intervenants
 }
report-waits-bounced = { $count ->
    [one] { $count } adresse est injoignable
   *[other] { $count } adresses sont injoignables
 }
report-waits-letters = { $count ->
    [one] { $count } lettre attend d’être envoyée
   *[other] { $count } lettres attendent d’être envoyées
 }
report-key-figures = Chiffres clés, en direct
report-pdf-of = PDF, { $pages } pages, { $size } ko
report-nothing-to-mend = La presse n’a rien trouvé à corriger.
report-not-printed-desk = Non imprimé : corrigez d’abord ceci. Le public est informé que le PDF n’est pas disponible.
report-no-glyph = Aucune police n’a de forme pour « { $letter } » ({ $code }). Corrigez le mot, ou demandez une police qui le contient :
