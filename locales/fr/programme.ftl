# La pièce programme.
programme-invented = inventé
programme-assumed = supposé pour la démonstration

# Pages et gestes
programme-activities = Activités
programme-partnerships = Partenaires et financeurs
programme-texts = Textes
programme-team = Équipe et rôles
programme-journal = Le journal
programme-clock = L’horloge de la démonstration
programme-save = Enregistrer
programme-add = Ajouter
programme-show = Afficher
programme-any = Indifférent
programme-keep = Tout laisser en l’état
programme-preview = Aperçu
programme-history = Ce qui a été fait ici
programme-no-history = Rien pour l’instant. Chaque modification figurera ici avec sa date, son auteur, l’ancienne et la nouvelle valeur.
programme-see-on-site = Voir sur le site
programme-no-activities = Il n’y a pas encore d’activités. Elles viennent du dossier de l’édition : décrivez-les dans activities.toml, puis importez-le.
programme-whole-edition = Toute l’édition
programme-in-english = Anglais
programme-in-french = Français
programme-pages = Pages du journal
programme-newer = Plus récent
programme-older = Plus ancien

# Colonnes
programme-column-title = Titre
programme-column-days = Dates
programme-column-kind = Nature
programme-column-mode = Format
programme-column-status = État
programme-column-organisation = Organisme
programme-column-activity = Activité
programme-column-acts = Ce que vous pouvez faire
programme-column-text = Texte
programme-column-name = Nom
programme-column-role = Rôle
programme-column-since = Depuis
programme-column-until = Jusqu’au
programme-column-when = Quand
programme-column-what = Ce qui a été fait
programme-column-about = Objet
programme-column-number = Numéro
programme-column-adopted = Date d’adoption
programme-column-presented = Date de présentation
programme-column-country = Pays
programme-column-series = Série

# Champs
programme-field-title-en = Titre en anglais
programme-field-title-fr = Titre en français
programme-field-starts-on = Premier jour
programme-field-ends-on = Dernier jour
programme-field-mode = Format de la rencontre
programme-field-place-en = Lieu en anglais
programme-field-place-fr = Lieu en français
programme-field-zone = Fuseau horaire
programme-field-summary-en = Résumé en anglais
programme-field-summary-fr = Résumé en français
programme-field-status = État
programme-field-key = Nom dans l’adresse
programme-field-organisation = Organisme
programme-field-role = Rôle
programme-field-activity = Activité
programme-field-position = Rang
programme-field-note-en = Note en anglais
programme-field-note-fr = Note en français
programme-field-text-en = Texte en anglais
programme-field-text-fr = Texte en français
programme-field-email = Adresse électronique
programme-field-name = Nom
programme-field-language = Langue des lettres
programme-field-until = Dernier jour
programme-field-deputy-of = Remplace
programme-field-roles = Rôles qui ont pris fin
programme-field-browsers = Navigateurs déconnectés
programme-field-clock = Jour de l’horloge
programme-field-day = Jour
programme-field-who = Qui
programme-field-kind = À propos de
programme-field-addresses = Adresses
programme-field-session = Séance
programme-field-minutes = Minutes de présence
programme-field-office-en = Fonction en anglais
programme-field-office-fr = Fonction en français
programme-field-printed = Nom tel qu’imprimé
programme-zone-hint = Le fuseau dans lequel ses séances sont annoncées, par exemple Asia/Singapore. À laisser vide s’il n’y a pas de séance.
programme-key-hint = Minuscules, chiffres et traits d’union. L’ancienne adresse mènera pour toujours à la nouvelle.
programme-organisation-hint = Si elle n’y figure pas encore, ajoutez-la au bas de cette page. Sans organisation, dites dans la note ce que l’on sait.
programme-note-hint = Affichée à côté du nom, ou à sa place si aucun organisme n’est choisi.
programme-name-hint = Tel que les collègues le connaissent. Si l’adresse a déjà un compte, son nom ne change pas.
programme-until-hint = Le rôle prend fin de lui-même après ce jour. À laisser vide pour un rôle sans terme.
programme-deputy-hint = Uniquement une personne qui exerce actuellement le même rôle.
programme-markdown-hint = Markdown : une ligne vide ouvre un paragraphe, ## un intertitre, - un élément de liste, **deux astérisques** mettent en gras.

# Mots pour ce qui est conservé
programme-kind-series = Série par pays
programme-kind-workshop = Atelier
programme-kind-training = Formation
programme-kind-simulation = Jeu de simulation
programme-kind-summit = Sommet
programme-kind-research = Recherche
programme-mode-online = En ligne
programme-mode-on-site = Sur place
programme-mode-hybrid = En ligne et sur place
programme-status-planned = Prévue
programme-status-delivered = Réalisée
programme-source-report = Imprimé dans le rapport
programme-source-demonstration = Supposé pour la démonstration
programme-source-pictured = En image dans le rapport
programme-source-here = Saisi au bureau
programme-role-organiser = Organisateur
programme-role-co-organiser = Coorganisateur
programme-role-host = Hôte
programme-role-partner = Partenaire
programme-role-earmarked-funder = Financeur affecté
programme-role-general-funder = Financeur général
programme-role-supporter = Soutien
programme-role-project = Projet

# Une activité
programme-address = Adresse sur le site
programme-change-address = Changer l’adresse

# Partenaires et financeurs
programme-add-partnership = Ajouter un partenaire ou un financeur
programme-removed-partnerships = Retirés de la liste
programme-put-back = Remettre { $name }
programme-no-organisation = Aucun organisme, seulement une note
programme-move-up = Monter { $name }
programme-move-down = Descendre { $name }
programme-remove = Retirer { $name }

# Textes
programme-texts-why = La prose du site et du rapport. Chaque texte a sa place ; tant qu’il n’est pas écrit, sa page s’en passe.
programme-not-written = Pas encore écrit
programme-words = { $count ->
    [one] { $count } mot
   *[other] { $count } mots
 }
programme-reads = Tel qu’on le lira :

# Équipe
programme-no-end = Sans terme
programme-deputy-for = remplace { $name }
programme-end-role = Mettre fin au rôle { $role } de { $name }
programme-they-leave = { $name } quitte l’équipe
programme-past-roles = Rôles qui ont pris fin
programme-give-role = Confier un rôle
programme-give-role-why = La personne reçoit à cette adresse une lettre qui nomme le rôle et dit comment se connecter. Si elle n’a pas encore de compte, il lui en est ouvert un.
programme-give-role-button = Confier le rôle et écrire la lettre
programme-no-deputy = Personne
programme-leaving = { $name } quitte l’équipe
programme-leaving-why = Ceci met fin aussitôt à tout ce que { $email } peut faire ici. Ce qui a été fait reste au journal. C’est irréversible : si la personne revient, il lui faudra une autre adresse.
programme-leaving-holds = Ce qui prend fin
programme-leaving-nothing = Plus aucun rôle
programme-leaving-browsers = { $count ->
    [0] Aucun navigateur connecté
    [1] Un navigateur connecté
   *[other] { $count } navigateurs connectés
 }
programme-leaving-end = Mettre fin à tout ce que détient { $name }
programme-erase-account = Effacer le compte de { $name }
programme-erase-account-button = Effacer ce compte
programme-erase-goes = Ce qui disparaît définitivement :
programme-erase-told = le nom et l’adresse { $email }, les clés d’accès et toutes les connexions ouvertes
programme-erase-role = le rôle { $role }
programme-erase-letters = { $count ->
    [1] le texte d’un courriel envoyé à cette adresse
   *[other] le texte de { $count } courriels envoyés à cette adresse
 }
programme-erase-values = { $count ->
    [1] un nom dans le journal
   *[other] { $count } noms dans le journal
 }
programme-erase-stays = Ce qui a été fait avec ce compte reste au journal, attribué à quelqu’un dont le nom n’apparaît plus.
programme-erase-not-people = Ce que la même personne nous a confié en posant sa candidature, en participant ou en s’inscrivant figure parmi les personnes de l’édition et s’efface à cet endroit.
programme-erase-final = Un seul compte est concerné, et ce geste est irréversible.
programme-erase-confirm = La personne l’a demandé, ou plus rien ne justifie de conserver ce compte
programme-account-was-erased = Compte effacé

# Horloge
programme-clock-why = Ce qui n’est pas encore vrai à la date qu’indique l’horloge n’est affiché nulle part. La régler change ce que voit chaque lecteur de cette démonstration, et rien de ce qui est au registre.
programme-clock-now = Elle indique :
programme-clock-shown = Affiché actuellement
programme-clock-set = Régler sur : { $day }

# Registre
programme-journal-nobody = Personne non connectée
programme-journal-empty = Aucune ligne ne correspond. Retirez une condition ou choisissez un autre jour.
programme-value-was = avant
programme-value-became = après
programme-value-empty = rien
programme-value-erased = effacé avec les données de la personne
journal-kind-activity = Activité
journal-kind-partnership = Partenaire ou financeur
journal-kind-text = Texte
journal-kind-account = Compte
journal-kind-edition = Édition
journal-kind-session = Séance
journal-kind-registration = Inscription
journal-kind-person = Personne
journal-kind-letter = Lettre
journal-programme-activity-changed = a modifié une activité
journal-programme-activity-undone = a annulé la dernière modification d’une activité
journal-programme-activity-renamed = a donné une autre adresse à une activité
journal-programme-partnership-added = a ajouté un partenaire ou un financeur
journal-programme-partnership-moved = a déplacé un partenaire ou un financeur
journal-programme-partnership-removed = a retiré un partenaire ou un financeur
journal-programme-partnership-restored = a remis un partenaire ou un financeur
journal-programme-text-changed = a modifié un texte
journal-programme-text-undone = a annulé la dernière modification d’un texte
journal-programme-role-given = a confié un rôle
journal-programme-role-ended = a mis fin à un rôle
journal-programme-account-ended = a clos le compte d’une personne partie
journal-programme-account-erased = a effacé le compte d’une personne partie
journal-programme-own-account-erased = a effacé son propre compte
journal-programme-clock-set = a réglé l’horloge de la démonstration

# Refus
programme-ends-before-it-starts = Le dernier jour précède le premier. Corrigez l’un des deux.
programme-no-title = Le titre manque. Écrivez au moins le titre anglais.
programme-no-day = Ce n’est pas une date. Écrivez-la ainsi : 2025-10-23.
programme-day-passed = Ce jour est passé. Choisissez un jour à venir, ou laissez le champ vide.
programme-no-choice = Ce choix n’existe pas. Choisissez dans la liste.
programme-no-zone = Aucun fuseau horaire ne porte ce nom. Écrivez par exemple Asia/Singapore.
programme-no-key = Ceci ne peut pas figurer dans une adresse. Employez des minuscules, des chiffres et des traits d’union isolés, par exemple youth-summit.
programme-key-taken = Cette adresse est celle d’une autre activité, ou l’a été et y mène encore. Choisissez-en une autre.
programme-nobody-named = Choisissez un organisme, ou dites dans une note ce que l’on sait.
programme-partner-already = Cet organisme y a déjà ce rôle.
programme-changed-meanwhile = Quelqu’un d’autre a modifié ceci après que vous l’avez ouvert. Rien de sa saisie n’a été écrasé. Regardez ce qui est enregistré maintenant ; si vous enregistrez de nouveau, votre version la remplace.
programme-nothing-to-undo = Il n’y a ici aucune modification à annuler.
programme-last-of-secretariat = Il ne resterait au secrétariat personne dont le rôle soit sans terme. Rien n’a été modifié. Confiez d’abord ce rôle, sans terme, à quelqu’un d’autre.
programme-held-beyond = Ce rôle s’étend à une édition dont vous ne répondez pas. Rien n’a été modifié. Adressez-vous au secrétariat de cette édition, ou à l’exploitant de l’installation.
programme-holds-already = Cette personne a déjà ce rôle. Pour en changer le dernier jour, mettez-y fin et confiez-le de nouveau.
programme-holds-still = Cette personne détient encore un rôle, ici ou dans une autre édition. Rien n’a été effacé. Mettez d’abord fin à ce qu’elle détient.
programme-erased-already = Ce compte a déjà été effacé. Rien n’a été modifié.
programme-not-confirmed = Cochez la case pour confirmer. Rien n’a été effacé.
programme-account-ended = Le compte de cette adresse a été clos et le reste. Employez une autre adresse.
programme-no-name = Le nom manque. Écrivez-le comme les collègues le connaissent.
programme-no-address = Ce n’est pas une adresse électronique. Écrivez-la ainsi : nom@example.org.
programme-no-such-day = L’horloge n’a pas ce jour. Choisissez dans la liste.

# Courrier à qui reçoit un rôle
programme-welcome-subject = Votre rôle : { $edition }
programme-welcome-body = Bonjour { $name },

 Un rôle vous a été confié dans « { $edition } » : { $role }.
programme-welcome-deputy = Vous remplacez { $name }.
programme-welcome-until = Le rôle prend fin de lui-même après le { $day }.
programme-welcome-sign-in = Pour vous connecter, ouvrez cette adresse et saisissez { $email } ; un courriel avec un lien vous parviendra. Il n’y a pas de mot de passe.

 { $address }

 Si ce courriel vous étonne, écrivez à { $contact }.

# Chiffres
programme-communique-count = communiqué adopté
programme-communique-count-definition = Un, dès que le communiqué de l’édition a été présenté ; avant ce jour, il n’y a rien à compter.
programme-communique-recommendations = recommandations dans le communiqué
programme-communique-recommendations-definition = Les recommandations enregistrées pour le communiqué de l’édition, comptées dès sa présentation.
programme-reports-planned = rapports par pays prévus
programme-reports-planned-definition = Les différents pays dont la série est terminée, comptés tant que le registre annonce une étude encore prévue ; le registre ne contient lui-même aucun nombre de rapports.
programme-add-organisation = Ajouter une organisation
programme-no-country = aucun pays
programme-field-organisation-name = Nom tel qu’imprimé
programme-organisation-name-hint = En entier, avec son pays ou son sigle s’il est imprimé ainsi.
programme-field-organisation-name-fr = Nom en français, s’il existe
programme-field-short = Sigle, s’il existe
programme-field-organisation-key = Nom court pour les fichiers
programme-organisation-key-hint = Minuscules, chiffres et traits d’union, comme nazarbayev-university. Il ne change plus.
programme-field-organisation-kind = Nature
programme-field-country = Pays
programme-organisation-ministry = un ministère
programme-organisation-agency = un organisme public
programme-organisation-international = une organisation internationale
programme-organisation-country = un pays
programme-organisation-foundation = une fondation
programme-organisation-university = une université
programme-organisation-institute = un institut
programme-organisation-society = une société savante
programme-organisation-network = un réseau
programme-organisation-company-association = une entreprise ou un groupement d’entreprises
programme-no-organisation-name = Le nom manque. Écrivez-le tel qu’il doit être imprimé.
programme-organisation-known = Une organisation de ce nom figure déjà dans la liste. Choisissez-la plus haut, ou donnez à celle-ci un nom qui lui soit propre.
programme-organisation-in-use = Cette organisation figure désormais parmi les partenaires ou les institutions des intervenants, retirée ou non : elle reste donc dans la liste. Rien n’a été modifié.
journal-programme-organisation-added = a ajouté une organisation
journal-programme-organisation-undone = a annulé une modification de la liste des organisations
journal-kind-organisation = Organisations
