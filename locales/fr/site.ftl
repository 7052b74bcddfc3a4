# La pièce site : ce que tout le monde voit.
site-menu-edition = Édition { $edition }
site-menu-sessions = Séances
site-menu-people = Intervenants
site-menu-communique = Le communiqué
site-menu-report = Rapport
site-menu-recordings = Enregistrements
site-menu-about = À propos
site-menu-events = Manifestations extérieures

# Le bandeau d’une démonstration.
site-demonstration = Démonstration, et non un programme publié
site-demonstration-of = Démonstration, non publiée par { $host }
site-clock-named = L’horloge est réglée sur : { $name }, { $day }
site-clock = L’horloge indique le { $day }
site-set-clock = Régler l’horloge

# Le pied de page.
site-footer-organised = Organisé par
site-footer-partners = En partenariat avec
site-footer-funders = Financeurs affectés
site-footer-support = Avec le soutien de
site-footer-all-partners = Tous les partenaires et financeurs
site-footer-know = D’où viennent les chiffres
site-footer-know-how = Chaque chiffre mène à sa définition et à sa date.
site-footer-figures = Les chiffres
site-footer-more = Ce site
site-footer-contact = Nous écrire
site-footer-calendar = Calendrier de toutes les séances
site-footer-feed = Fil d’actualité
site-footer-zone = Heures
site-zone-label = Afficher les heures dans le fuseau suivant
site-zone-host = celui de l’hôte de chaque séance
site-zone-show = Afficher

# Une installation sans édition.
site-empty = Cette installation est prête, et vide
site-empty-why = Rien n’est encore publié ici. Trois commandes sur la machine qui l’héberge permettent d’avancer :
site-empty-import = Y placer une édition, à partir de son dossier :
site-empty-sign-in = Ouvrir le bureau pour la première fois :
site-empty-configure = Vérifier que l’envoi de courriels, l’adresse et le stockage sont configurés :
site-empty-then = Vous a-t-on donné un compte ?
site-on-its-way = L’édition arrive
site-on-its-way-why = Elle est en cours de lecture dans cette installation, ce qui prend quelques secondes.
site-look-again = Regarder de nouveau

# L’édition.
site-edition-label = Édition { $edition } · { $from } – { $to }
site-timeline-title = { $count ->
    [1] Une activité, { $from } – { $to } { $year }
   *[other] { $count } activités, { $from } – { $to } { $year }
 }
site-timeline-description = Les activités de l’édition au fil des mois ({ $from } – { $to } { $year }) ; le tableau ci-dessous en donne les dates.
site-timeline-rows = Les activités en tableau
site-timeline-what = Activité
site-timeline-when = Dates de l’activité
site-next = À venir
site-all-sessions = Toutes les séances
site-ahead = En cours et plus tard
site-past = Jusqu’ici
site-aims = À quoi sert le programme
site-more-about = En savoir plus sur le programme
site-register = S’inscrire
site-register-for = S’inscrire à la séance « { $session } »
site-recording = Enregistrement
site-recordings = Enregistrements
site-participants-only = Réservée aux participants
site-cancelled = Annulée
site-announced = Annoncée, sans date
site-minutes = { $minutes } min
site-sessions-count = { $count ->
    [1] une séance
   *[other] { $count } séances
 }
site-kind-series = Série par pays
site-kind-workshop = Atelier
site-kind-training = Formation
site-kind-simulation = Jeu de simulation
site-kind-summit = Sommet
site-kind-research = Recherche
site-mode-online = En ligne
site-mode-on-site = Sur place
site-mode-hybrid = En ligne et sur place

# Une activité.
site-when = Quand
site-how = Comment
site-where = Où
site-country = Pays
site-part-of = Fait partie de
site-outcome = Résultat
site-calendar = Calendrier
site-calendar-of-activity = S’abonner à ses séances
site-timetable = Emploi du temps
site-week = Semaine
site-week-number = Semaine { $week }
site-times-assumed = Les heures sont supposées pour la démonstration.
site-parts = Au sein de cette activité
site-speakers-of-activity = Invités d’honneur et intervenants
site-voices = Paroles de participants
site-voice-from = Un participant ou une participante ({ $country })
site-partners-of-activity = Portée par

# Les intervenants.
site-people = Les intervenants
site-people-lede = Invités d’honneur, intervenants, animateurs et personnes-ressources, activité par activité.
site-people-invented = Les invités d’honneur et les intervenants que nomme le rapport publié figurent ici tels qu’il les imprime. Toute personne signalée comme telle est inventée pour la démonstration.
site-institutions = Institutions des intervenants

# Partenaires et bailleurs.
site-partners = Partenaires et financeurs
site-partners-lede = Qui organise l’édition, qui l’accueille ou lui prête son nom, et qui la finance.
site-role-organiser = Organisé par
site-role-co-organiser = Coorganisé par
site-role-host = Hôtes
site-role-partner = En partenariat avec
site-role-earmarked-funder = Financeurs affectés
site-role-general-funder = Financeurs généraux
site-role-supporter = Soutiens
site-role-project = Projet
site-contributors-as-of = Contributeurs généraux au { $day }.
site-by-activity = Activité par activité

# Le communiqué.
site-communique-invented = Les titres des piliers sont ceux qui ont été publiés. Les textes ont été écrits pour cette démonstration ; personne ne les a signés.
site-pillars = Piliers
site-adopted = Adopté le { $day }
site-presented = Présenté le { $day }, { $place }
site-to-be-presented = À présenter le { $day }, { $place }
site-recommendation = Recommandation { $number }

# À propos, événements, confidentialité, accessibilité.
site-about = À propos du programme
site-about-series = La série d’ateliers
site-events = Invité d’autres manifestations
site-events-lede = Conférences et réunions organisées par d’autres, où le programme a présenté ses résultats.
site-events-none = Aucune pour l’instant. Les manifestations apparaissent ici une fois qu’elles ont eu lieu.
site-audience = Auditoire : { $count } personnes
site-mode-printed = Le titre imprimé dans le rapport indique « { $printed } ».
site-privacy = Confidentialité
site-accessibility = Accessibilité
site-unwritten = Le secrétariat n’a pas encore rédigé cette page. D’ici là, adressez-vous à :

# Recherche.
site-search-label = Mots à chercher
site-search-what = La recherche porte sur les séances, les activités, les intervenants, les textes de ces pages et le communiqué. Accents et majuscules ne comptent pas.
site-search-for = Recherche : { $words }
site-search-count = { $count ->
    [0] Aucun résultat pour « { $words } »
    [1] Un résultat pour « { $words } »
   *[other] { $count } résultats pour « { $words } »
 }
site-search-none = Essayez avec moins de mots, ou seulement le début d’un mot.
site-text = Texte

# Actualités.
site-feed = Actualités de l’édition
site-news-session = Annonce : { $title }
site-news-recording = Enregistrement en ligne : { $title }
site-news-adopted = Adoption : { $title }
site-news-report = Le rapport est publié
