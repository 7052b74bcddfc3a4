# La pièce agenda.

# Les séances sur le site
agenda-sessions = Séances
agenda-sessions-lede = Des webinaires ouverts à tous, des séances pour les participants et des journées passées ensemble.
agenda-sessions-described = Toutes les séances de l’édition, avec leur date, leur heure et la manière de s’y inscrire.
agenda-to-come = À venir
agenda-past = Séances passées
agenda-no-sessions = Aucune séance n’est encore annoncée ici. Les dates sont publiées dès qu’elles sont fixées.
agenda-activity = Activité
agenda-every-activity = Toutes les activités
agenda-filter = Afficher
agenda-calendar = Calendrier
agenda-calendar-edition = Ajouter toutes les séances à votre calendrier (flux)
agenda-calendar-activity = Toutes les séances de cette activité (flux)
agenda-calendar-session = Ajouter cette séance à votre calendrier
agenda-zone = Afficher les heures dans le fuseau suivant
agenda-zone-show = Afficher ces heures
agenda-kind-webinar = Webinaire
agenda-kind-workshop = Atelier
agenda-kind-simulation = Jeu de simulation
agenda-kind-introduction = Séance d’introduction
agenda-kind-on-site = Sur place
agenda-open = Ouverte à tous
agenda-participants-only = Réservée aux participants
agenda-on-now = En cours
agenda-over = Terminée
agenda-recorded = Enregistrement en ligne
agenda-cancelled = Annulée
agenda-day-assumed = Jour et heure : supposés pour la démonstration
agenda-time-assumed = Heure : supposée pour la démonstration
agenda-details = Informations pratiques
agenda-host = Hôte de la séance
agenda-week = Semaine
agenda-place = Lieu
agenda-for-whom = Pour qui
agenda-for-everybody = Tout le monde, gratuitement
agenda-speakers = Intervenants
agenda-speakers-of-activity = Pour l’ensemble de l’activité
agenda-role-guest-of-honour = Invité d’honneur
agenda-role-welcome = Mot de bienvenue
agenda-role-speaker = Intervention
agenda-role-moderator = Modération
agenda-role-facilitator = Animation
agenda-role-trainer = Formation
agenda-role-resource-person = Personne-ressource
agenda-recording = Enregistrement
agenda-recording-since = L’enregistrement a été mis en ligne le { $day }.
agenda-recording-not-held = La démonstration sait qu’un enregistrement existe ; elle ne contient pas le film lui-même.
agenda-recordings = Enregistrements
agenda-recordings-lede = Les séances que l’on peut revoir.
agenda-no-recordings = Aucun enregistrement n’est encore en ligne. Ils paraissent quelques jours après la séance.
agenda-online-since = En ligne depuis le { $day }
agenda-to-recording = Voir l’enregistrement
agenda-join-at = Pour participer : { $link }
agenda-demonstration = Démonstration, non publiée par { $host }

# S’inscrire
agenda-registration = Inscription
agenda-registration-lede = En 20 secondes et sans compte. Le lien de connexion arrive aussitôt par courriel.
agenda-register = S’inscrire
agenda-name = Nom
agenda-name-hint = Le nom sous lequel vous souhaitez que l’on s’adresse à vous.
agenda-email = Adresse électronique
agenda-email-hint = Le lien de connexion sera envoyé à cette adresse.
agenda-country = Pays (facultatif)
agenda-country-none = Sans réponse
agenda-organisation = Organisme (facultatif)
agenda-consent = En vous inscrivant, vous acceptez que le secrétariat conserve ce que vous avez écrit ici, pour vous écrire au sujet de cette séance et pour compter les personnes présentes. Vous pouvez vous désinscrire à tout moment par le lien contenu dans le courriel, ou en écrivant à { $contact }.
agenda-privacy = Ce que deviennent vos données
agenda-registered = Consultez votre messagerie
agenda-registered-for = Un courriel part à l’adresse que vous avez indiquée. Il concerne :
agenda-next = La suite
agenda-next-letter = Dans quelques minutes : le courriel avec le lien de connexion, un fichier de calendrier et un lien pour vous désinscrire.
agenda-next-reminder = La veille, un rappel :
agenda-next-session = La séance commence :
agenda-no-letter = Rien après dix minutes ? Regardez parmi les courriels indésirables ou inscrivez-vous à nouveau, sans inconvénient. Sinon, écrivez à { $contact }.
agenda-letter-kept = Ceci est une démonstration : aucun courriel n’en sort. Le vôtre se trouve dans la boîte d’envoi du bureau.
agenda-back-to-session = Revenir à la séance
agenda-your-registration = Votre inscription
agenda-joining = Lien de connexion
agenda-withdraw = Se désinscrire
agenda-withdraw-heading = Vous avez un empêchement ?
agenda-withdraw-why = Désinscrivez-vous, et votre place reviendra à quelqu’un d’autre. Vous pourrez vous réinscrire tant qu’il reste des places.
agenda-withdrawn = Votre inscription à cette séance est retirée. Vous ne recevrez plus de courriel à ce sujet.
agenda-register-again = S’inscrire à nouveau
agenda-over-why = Cette séance est terminée. Merci de votre intérêt.

# Pourquoi une demande n’a pas abouti
agenda-no-name = Indiquez le nom sous lequel vous souhaitez que l’on s’adresse à vous
agenda-too-long = Écrivez moins ici : 200 caractères au plus pour un nom, 300 pour un titre
agenda-no-address = Indiquez une adresse électronique comme nom@example.org
agenda-no-country = Choisissez un pays de la liste, ou aucun
agenda-full-why = Toutes les places de cette séance sont prises. Si vous aviez déjà une inscription, elle reste valable, de même que le courriel avec le lien de connexion. Dès que quelqu’un se désinscrit, les inscriptions rouvrent ici.
agenda-begun-why = Cette séance a commencé ou est terminée : on ne peut plus s’y inscrire ni s’en désinscrire. L’enregistrement se trouvera sur cette page.
agenda-cancelled-why = Cette séance est annulée. Toutes les personnes inscrites ont été prévenues.
agenda-participants-only-why = Cette séance est réservée aux participants de l’activité, qui n’ont pas à s’inscrire.
agenda-no-title = Écrivez un titre en anglais
agenda-no-day = Écrivez un jour, comme 2025-10-23
agenda-no-time = Écrivez une heure, comme 09:00
agenda-ends-before-it-starts = La séance doit finir après son début, le même jour
agenda-no-capacity = Écrivez un nombre à partir de 1, ou laissez ce champ vide
agenda-no-link = Écrivez une adresse qui commence par https://
agenda-changed-meanwhile = Quelqu’un d’autre a modifié cette séance depuis que vous avez ouvert le formulaire. Comparez avec l’historique ; renvoyez le formulaire si votre version doit l’emporter.
agenda-nothing-to-undo = Il n’y a aucune modification à annuler
agenda-not-begun = La séance n’a pas commencé : personne n’a pu y assister
agenda-no-minutes = Indiquez les minutes, de 0 à 1440, ou laissez ce champ vide pour une personne absente
agenda-no-line = La ligne { $line } est illisible. Écrivez une adresse, une virgule et des minutes : nom@example.org, 75
agenda-nobody-registered = Ligne { $line } : personne n’est inscrit avec l’adresse { $address }. Corrigez l’adresse ou supprimez la ligne.

# Le bureau
agenda-rail-sessions = Séances
agenda-column-day = Jour
agenda-column-session = Séance
agenda-column-title = Série
agenda-column-sessions = Séances
agenda-column-state = État
agenda-column-registered-people = Inscrits
agenda-column-present = Présents
agenda-column-name = Nom
agenda-column-organisation = Organisme
agenda-column-country = Pays
agenda-column-registered = Inscription le
agenda-column-withdrawn = Désinscription le
agenda-column-minutes = Minutes de présence
agenda-column-note = Remarque
agenda-column-activity = Activité
agenda-column-source = Source du jour
agenda-column-first-day = Premier jour
agenda-column-last-day = Dernier jour
agenda-column-appearances = Interventions
agenda-people-of = Inscrits : { $count } – { $session }
agenda-on-site = Voir sur le site
agenda-registrations-count = Inscriptions : { $count }
agenda-registrations-of = Inscriptions : { $session }
agenda-history = Ce qui a été fait
agenda-no-history = Rien n’a été modifié depuis que la séance a été saisie.
agenda-erased = effacé
agenda-undo = Annuler la dernière modification
agenda-title-en = Titre en anglais
agenda-title-fr = Titre en français
agenda-topic-en = Sujet en anglais
agenda-topic-fr = Sujet en français
agenda-starts = Début
agenda-ends = Fin
agenda-zone-hint = Fuseau horaire : { $zone }
agenda-capacity = Nombre de places
agenda-capacity-hint = Vide : autant que de personnes intéressées.
agenda-joining-hint = Vide : la page de la séance elle-même.
agenda-recording-day = Enregistrement en ligne depuis le
agenda-recording-day-hint = À partir de ce jour, le site annonce l’enregistrement.
agenda-move-tells = Si vous changez le jour, l’heure ou le lien de connexion, un courriel part à toutes les personnes inscrites. Inscrits à ce jour : { $count }
agenda-save = Enregistrer
agenda-cancel = Annuler la séance
agenda-cancel-title = Annuler : { $session }
agenda-cancel-why = Un courriel part à toutes les personnes inscrites, et la séance est marquée comme annulée sur le site et dans tous les calendriers. C’est irréversible. Inscrits à ce jour : { $count }
agenda-keep = Tout laisser en l’état
agenda-search = Nom, adresse ou organisme
agenda-state-all = Tous
agenda-state-registered = Inscrits
agenda-state-present = Présents
agenda-state-withdrawn = Désinscrits
agenda-export = Emporter ces lignes en CSV
agenda-rows = Affichées : { $shown } sur { $count }
agenda-no-registrations = Aucune inscription ne correspond. Les inscriptions paraissent ici dès que quelqu’un s’inscrit sur la page de la séance.
agenda-pages = Pages de la liste
agenda-minutes-of = Minutes de présence : { $name }
agenda-save-attendance = Enregistrer les présences
agenda-paste = Coller une liste de présence
agenda-paste-lines = Adresses et minutes
agenda-paste-hint = Une personne par ligne : une adresse, une virgule, les minutes. Les minutes d’une personne qui figure deux fois sont additionnées. Si une ligne est fausse, rien n’est repris.
agenda-withdraw-name = Désinscrire { $name }
agenda-withdraw-tells = L’inscription est retirée et la place se libère. Avant la séance, un courriel en avertit la personne.
agenda-keep-registration = Garder l’inscription

# Les valeurs du registre
agenda-field-title-en = Titre en anglais
agenda-field-title-fr = Titre en français
agenda-field-topic-en = Sujet en anglais
agenda-field-topic-fr = Sujet en français
agenda-field-held-on = Jour
agenda-field-starts = Début
agenda-field-ends = Fin
agenda-field-capacity = Nombre de places
agenda-field-joining = Lien de connexion
agenda-field-recording = Enregistrement en ligne depuis le
agenda-field-date-source = Source du jour
agenda-field-time-source = Source des heures
agenda-field-session = Séance
agenda-field-name = Nom
agenda-field-minutes = Minutes de présence
journal-agenda-registered = a déposé une inscription à une séance
journal-agenda-withdrawn = a retiré une inscription
journal-agenda-session-changed = a modifié une séance
journal-agenda-session-undone = a annulé la dernière modification d’une séance
journal-agenda-session-cancelled = a annulé une séance
journal-agenda-attendance-marked = a saisi les présences

# Les chiffres
agenda-webinars-registrations = inscriptions aux webinaires par pays
agenda-webinars-registrations-definition = Compte chaque inscription à un webinaire d’une série par pays, faite jusqu’au jour indiqué et non retirée ; une personne inscrite à trois webinaires compte trois fois. Arrondi au millier inférieur.
agenda-webinars-people = personnes présentes aux webinaires par pays
agenda-webinars-people-definition = Compte les personnes différentes présentes à un ou plusieurs webinaires d’une série par pays terminés au jour indiqué ; une personne venue à trois d’entre eux compte une fois.
agenda-webinars-attendances = présences aux webinaires par pays
agenda-webinars-attendances-definition = Compte une présence pour chaque personne présente à chaque webinaire d’une série par pays terminé au jour indiqué ; une personne venue à trois d’entre eux compte trois fois.
agenda-webinars-sessions = webinaires par pays
agenda-webinars-sessions-definition = Compte les webinaires des séries par pays terminés au jour indiqué et non annulés.
agenda-series-count = séries par pays
agenda-series-count-definition = Compte les séries de webinaires consacrées à un pays dont le dernier jour était atteint au jour indiqué.
agenda-speakers-count = intervenants et personnes-ressources
agenda-speakers-count-definition = Compte les personnes différentes qui sont intervenues, ont formé, animé ou apporté leur concours dans une séance ou une activité terminée au jour indiqué ; une personne intervenue plusieurs fois compte une fois. Arrondi à la dizaine inférieure.

# Les lettres
agenda-letter-registered = Inscription : { $title }
agenda-letter-registered-body =
    Bonjour { $name },

    Votre inscription à la séance « { $title } » ({ $activity }) est enregistrée.

    Quand :
    { $when }

    Pour participer :
    { $joining }

    Un fichier de calendrier accompagne ce courriel. La veille de la séance, nous vous écrirons de nouveau.

    Votre inscription, et la manière de la retirer :
    { $link }

    Si cette inscription ne vient pas de vous, quelqu’un s’est trompé d’adresse : retirez-la par le lien ci-dessus, ou écrivez à { $contact }.

    { $programme }
agenda-letter-reminder = Demain : { $title }
agenda-letter-reminder-body =
    Bonjour { $name },

    Nous vous rappelons la séance « { $title } » ({ $activity }).

    Quand :
    { $when }

    Pour participer :
    { $joining }

    Un empêchement ? Désinscrivez-vous ici, et votre place reviendra à quelqu’un d’autre :
    { $link }

    { $programme }
agenda-letter-moved = Changement : { $title }
agenda-letter-moved-body =
    Bonjour { $name },

    L’horaire ou le lien de connexion de la séance « { $title } » ({ $activity }) a changé. Voici ce qui vaut désormais.

    Quand :
    { $when }

    Pour participer :
    { $joining }

    Votre inscription reste valable. Le fichier de calendrier qui accompagne ce courriel remplace le précédent. Si le nouvel horaire ne vous convient pas, désinscrivez-vous ici :
    { $link }

    { $programme }
agenda-letter-cancelled = Annulation : { $title }
agenda-letter-cancelled-body =
    Bonjour { $name },

    Nous sommes au regret de vous annoncer que la séance « { $title } » ({ $activity }) n’aura pas lieu. Elle était prévue ainsi :
    { $when }

    Vous n’avez rien à faire. Le fichier de calendrier qui accompagne ce courriel retire la séance de votre calendrier.

    Pour toute question, écrivez à { $contact }.

    { $programme }
agenda-letter-withdrawn = Désinscription : { $title }
agenda-letter-withdrawn-body =
    Bonjour { $name },

    Le secrétariat a retiré votre inscription à la séance « { $title } » ({ $activity }) :
    { $when }

    Vous n’avez rien à faire. S’il s’agit d’une erreur, inscrivez-vous à nouveau ou écrivez à { $contact } :
    { $page }

    { $programme }
agenda-holds-address = Écrivez ici un nom, sans adresse web. Ce que vous avez écrit est conservé.
