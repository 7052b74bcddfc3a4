# Les rapports comme documents : leurs chapitres, leur aspect, leur rédaction au bureau.
report-reports = Rapports
report-rail-reports = Rapports
report-reports-why = Chaque rapport se compose de chapitres, qui s’écrivent ici. Les chiffres, les dates et les listes ne se saisissent pas : un chapitre les nomme, et le registre les fournit. Ce qui est mal nommé doit être corrigé avant qu’un rapport puisse être publié.
report-no-reports = Il n’y a pas encore de rapport. Commencez-en un ci-dessous ; il peut reprendre les chapitres d’un autre.
report-begin = Commencer un rapport
report-begin-it = Commencer ce rapport
report-purpose-final = Rapport final
report-purpose-funder = Pour un bailleur
report-purpose-series = Synthèse d’une série
report-purpose-brief = Une page
report-column-report = Rapport
report-column-purpose = Objet
report-column-languages = Langues
report-column-state = État
report-column-to-mend = À corriger
report-column-findings = Constats
report-column-chapter = Chapitre
report-column-written-in = Rédigé en
report-column-order = Ordre
report-state-published = Publié, version { $version }
report-state-draft = Brouillon
report-state-evidence = Conservé comme témoin, jamais publié
report-no-faults = Rien à corriger
report-faults = { $count ->
    [1] 1 endroit à corriger
   *[other] { $count } endroits à corriger
 }
report-words = { $count ->
    [1] 1 mot
   *[other] { $count } mots
 }
report-open-findings = { $count ->
    [0] aucun en suspens
    [1] 1 en suspens
   *[other] { $count } en suspens
 }
report-not-written = pas encore rédigé
report-field-title = Intitulé
report-field-title-en = Titre en anglais
report-field-title-fr = Titre en français
report-field-key = Nom dans l’adresse
report-field-purpose = Objet
report-field-languages = Langues
report-field-language = Langue
report-field-template = Reprendre les chapitres de
report-field-accent = Couleur des filets et des chiffres
report-field-cover = Couleur de la couverture
report-field-logo = Marque en couverture
report-field-logo-text-en = Ce que montre l’image, en anglais
report-field-logo-text-fr = Ce que montre l’image, en français
report-field-cover-1 = Premier chiffre en couverture
report-field-cover-2 = Deuxième chiffre en couverture
report-field-cover-3 = Troisième chiffre en couverture
report-field-cover-4 = Quatrième chiffre en couverture
report-field-text = Texte
report-field-chapters = Ordre des chapitres
report-field-chapter = Chapitre
report-field-chapter-title = Son intitulé
report-field-chapter-text = Son texte
report-field-chapter-place = Sa place
report-field-report = Rapport
report-field-finding = Constat
report-field-reason-en = Motif en anglais
report-field-reason-fr = Motif en français
report-field-indicator = Chiffre
report-field-baseline = Valeur de départ
report-field-baseline-on = Jour de cette valeur
report-field-target = Cible
report-field-due-on = À atteindre d’ici au
report-key-hint = Des minuscules, des chiffres et des traits d’union isolés, par exemple final. Ce nom ne pourra plus être changé.
report-chapter-key-hint = Des minuscules, des chiffres et des traits d’union isolés, par exemple key-facts. Les constats et les liens désignent le chapitre par ce nom.
report-purpose-hint = Il détermine la couverture et ce que le rapport doit contenir.
report-template-none = aucun : il commence vide
report-template-hint = Les chapitres et l’aspect sont copiés ; chaque rapport suit ensuite son chemin.
report-evidence-why = Ce rapport restitue un autre rapport tel qu’il a été imprimé, pour en montrer les constats. Il reste à l’état de brouillon.
report-whole-preview = Le rapport entier
report-draft-pdf = Brouillon en PDF
report-to-findings = Constats
report-to-publication = Publier
report-chapters = Chapitres
report-no-chapters = Il n’y a pas encore de chapitre. Ajoutez le premier ci-dessous.
report-move-up = Monter
report-move-down = Descendre
report-remove = Retirer
report-move-up-named = Monter « { $title } »
report-move-down-named = Descendre « { $title } »
report-remove-named = Retirer « { $title } »
report-add-chapter = Ajouter un chapitre
report-add-it = Ajouter ce chapitre
report-heading-en = Intitulé en anglais
report-heading-fr = Intitulé en français
report-look = Titre et aspect
report-colour-hint = Six chiffres hexadécimaux après un dièse, par exemple #1f3a5f. Vide : la couleur de la maison. Une couleur illisible sur le blanc est assombrie.
report-mark-own = Une image à vous
report-logo-own = Y mettre une image à vous
report-logo-file = Image
report-logo-file-hint = Un fichier PNG ou SVG d’un mégaoctet au plus. Il est imprimé tel quel et conservé avec le rapport.
report-logo-text-hint = Quelques mots pour qui ne la voit pas, par exemple le nom qu’elle représente.
report-logo-send = La mettre en couverture
report-logo-remove = Retirer l’image
report-logo-no-file = Choisissez l’image qui doit figurer en couverture.
report-logo-no-picture = Ce fichier n’est ni une image PNG ni une image SVG. Enregistrez-le de nouveau sous l’un de ces formats.
report-logo-too-large = L’image dépasse un mégaoctet. Réduisez-la : elle est imprimée sur quelques centimètres.
report-logo-runs = Le dessin contient un script, ou autre chose qui bouge ou s’exécute. Faites-le enregistrer en SVG simple.
report-logo-leads-outside = Le dessin va chercher quelque chose en dehors de lui-même. Faites-le enregistrer en SVG simple, où tout est dessiné.
report-logo-no-text = Écrivez en quelques mots ce que montre l’image.
report-mark-none = aucune
report-mark-wordmark = Le nom de l’organisateur
report-mark-mark = La marque de ce logiciel
report-cover-figure = Chiffre { $number } en couverture
report-cover-figure-none = celui d’usage, ou aucun
report-save = Enregistrer
report-preview = Aperçu
report-history = Ce qui a été fait ici
report-no-history = Rien encore. Chaque modification figurera ici avec sa date, son auteur, l’ancienne et la nouvelle valeur.
report-delete = Supprimer ce brouillon
report-delete-why = Un brouillon jamais publié peut être supprimé, avec ses chapitres et les constats admis. Cela ne peut pas être annulé.
report-delete-confirm = { $count ->
    [0] Supprimer le brouillon, qui n’a pas de chapitre
    [1] Supprimer le brouillon et son unique chapitre
   *[other] Supprimer le brouillon et ses { $count } chapitres
 }
report-delete-it = Supprimer définitivement
report-reads = À la lecture
report-fault-line = Ligne { $line }
report-text-hint = Markdown : une ligne vide ouvre un paragraphe, ## un intertitre, - un élément de liste. Un nom entre doubles accolades est remplacé par sa valeur au registre ; la liste ci-dessous les contient tous.
report-insert = Insérer
report-insert-hint = Chaque bouton insère son nom dans le texte ; le registre met la valeur à sa place.
report-insert-pieces = Listes, tableaux et dessins
report-insert-dates = Activités : dates, lieux, ensemble
report-insert-figures = Chiffres : { $of }
report-insert-of-programme = le communiqué et les publications
report-insert-of-people = candidatures et participants
report-insert-of-agenda = séances et intervenants
report-insert-of-outreach = réponses et audience
report-insert-of-edition = l’édition entière
report-piece-aims = les objectifs du programme
report-piece-activities = les activités, leurs dates et leurs lieux
report-piece-timeline = l’année en un dessin
report-piece-outcomes = le degré d’accord des participants
report-piece-groups = les participants par groupe
report-piece-countries = les participants par pays
report-piece-quotations = la parole des participants
report-piece-communique = le communiqué
report-piece-recommendations = ses recommandations
report-piece-events = les manifestations extérieures
report-piece-acknowledgements = les partenaires et bailleurs par rang
report-piece-targets = les chiffres atteints et leurs cibles
report-piece-definitions = la définition de chaque chiffre montré
report-piece-waivers = les constats admis et leur motif
report-piece-changes = ce qui a changé depuis la version précédente
report-piece-series = toutes les séries par pays d’un même titre

# Ce qui n’est pas possible, et pourquoi
report-no-title = Il faut un titre dans une langue au moins. Écrivez-en un.
report-no-key = Ceci ne peut pas figurer dans une adresse. Employez des minuscules, des chiffres et des traits d’union isolés, par exemple final-report.
report-key-taken = Ce nom est déjà pris. Choisissez-en un autre.
report-no-purpose = Choisissez l’objet du rapport.
report-no-language = Choisissez au moins une langue.
report-no-colour = Ceci n’est pas une couleur. Écrivez six chiffres hexadécimaux après un dièse, par exemple #1f3a5f, ou laissez le champ vide.
report-no-mark = Cette marque n’existe pas. Choisissez-en une dans la liste.
report-no-indicator = Aucun chiffre ne s’appelle { $key }. Choisissez-en un dans la liste.
report-no-reason = Un constat n’est admis que pour un motif, qui est imprimé. Écrivez-le en une ou deux phrases.
report-waived-already = Ce constat a déjà été admis. Rien n’a été modifié.
report-no-number = Ceci n’est pas un nombre entier. N’écrivez que des chiffres, par exemple 120 ; pour une part, écrivez le pourcentage, par exemple 95.
report-no-day-given = Ceci n’est pas une date. Écrivez-la comme 2025-12-31, ou laissez le champ vide.
report-changed-meanwhile = Quelqu’un d’autre a modifié ceci après que vous l’avez ouvert. Rien de sa saisie n’a été écrasé. Regardez ce qui est enregistré maintenant ; si vous enregistrez de nouveau, votre version la remplace.
report-written-since = Quelqu’un a écrit dans ce chapitre depuis qu’il a été ajouté, et ce texte serait perdu. Rien n’a été modifié. S’il doit disparaître, retirez-le avec le bouton de sa ligne.
report-nothing-to-undo = Il n’y a ici aucune modification à annuler.
report-was-published = Ce rapport a été publié. Ce qui a été publié demeure, et son texte avec lui.
report-not-confirmed = Cochez la case si vous voulez vraiment supprimer ce brouillon.

# Ce que dit le journal
journal-report-begun = a commencé un rapport
journal-report-changed = a modifié le titre ou l’aspect d’un rapport
journal-report-undone = a annulé une modification d’un rapport
journal-report-chapters-moved = a déplacé un chapitre
journal-report-chapter-added = a ajouté un chapitre
journal-report-chapter-removed = a retiré un chapitre
journal-report-deleted = a supprimé un brouillon de rapport
journal-report-chapter-written = a rédigé un chapitre
journal-report-chapter-undone = a annulé une modification d’un chapitre
journal-report-waived = a admis un constat
journal-report-waiver-ended = a mis fin à l’admission d’un constat
journal-report-waiver-undone = a annulé une modification d’un constat admis
journal-report-target-undone = a annulé une modification d’une cible
journal-report-target-set = a fixé une cible
journal-report-target-removed = a retiré une cible
journal-kind-report = Rapport
journal-kind-chapter = Chapitre
journal-kind-waiver = Constat admis
journal-kind-target = Cible
