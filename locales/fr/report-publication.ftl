# La publication : au secrétariat
report-publish = Publier
report-publish-title = Publier « { $report } »
report-publish-what-happens = La version { $version } sera figée telle quelle : son texte dans chaque langue, ses chiffres avec les lignes qu’ils comptent, et ses fichiers. Elle est signée, reçoit une adresse permanente et ne peut plus être modifiée ; une correction est une nouvelle version. Personne n’est prévenu.
report-publish-in-the-way-title = Ce qui s’y oppose
report-publish-nothing-in-the-way = Rien ne s’y oppose.
report-publish-in-the-way = Quelque chose s’oppose à la publication. Rien n’a été publié ; la page dit ce qu’il faut corriger.
report-publish-changed-meanwhile = Le registre a changé pendant la mise en page du rapport. Rien n’a été publié ; réessayez dans un instant.
report-publish-never = Ce rapport est conservé comme pièce et ne peut pas être publié.
report-publish-empty = Le rapport n’a pas encore de chapitre.
report-publish-fault = Chapitre { $chapter } ({ $language }), ligne { $line } : { $fault }
report-publish-not-printed = Le chapitre « { $chapter } » ({ $language }) ne peut pas être imprimé : { $why }
report-publish-not-printed-whole = Le PDF ({ $language }) ne peut pas être établi : { $why }
report-publish-no-glyph = aucune police ne sait tracer « { $letter } » ({ $code }) ; écrivez-le avec d’autres lettres
report-publish-typesetter = le compositeur signale « { $said } »
report-publish-finding = { $finding }
report-publish-figures = Les chiffres qui seront figés
report-publish-no-figures = Le rapport ne montre aucun chiffre.
report-publish-waived = Les constats maintenus, avec leurs raisons
report-head-rows = Lignes comptées
journal-report-published = a publié un rapport
journal-report-key-made = a créé une clé de signature
journal-kind-key = Clé

# Ce qui a changé
report-changed-since = Ce qui a changé depuis la version { $version }
report-changed-nothing = Rien n’a changé, sauf la date.
report-change-figure = { $title } : { $from } est devenu { $to }.
report-change-figure-added = { $title } : { $to } figure pour la première fois.
report-change-figure-removed = { $title } : { $from } ne figure plus.
report-change-chapter-added = Le chapitre « { $title } » est nouveau.
report-change-chapter-changed = Le chapitre « { $title } » a été récrit en partie.
report-change-chapter-removed = Le chapitre « { $title } » a été retiré.
report-change-waiver-added = Un constat est maintenu, pour cette raison : { $reason }
report-change-waiver-removed = Un constat n’est plus maintenu ; sa raison était : { $reason }

# La page permanente
report-imprint = Version { $version }, publiée le { $day } ; chiffres arrêtés au { $as-of }
report-newer-version = Il existe une version plus récente : la version { $version }.
report-figures-today = Ses chiffres tiennent-ils ?
report-all-hold = Chaque chiffre de cette version vient d’être recompté : le registre contient toujours les mêmes lignes pour chacun.
report-some-differ = Chaque chiffre de cette version vient d’être recompté. Là où le registre dit autre chose aujourd’hui, la ligne le précise.
report-head-published = Tel que publié
report-head-today = Recompté
report-holds = tient
report-holds-erased = tient ; { $count ->
    [one] { $count } ligne effacée depuis
   *[other] { $count } lignes effacées depuis
 }
report-differs = désormais { $now } : { $rows }
report-differs-alone = désormais { $now }
report-no-longer-counted = n’est plus compté
report-nothing-to-count = rien
report-rows-added = { $count ->
    [one] { $count } ligne ajoutée
   *[other] { $count } lignes ajoutées
 }
report-rows-removed = { $count ->
    [one] { $count } ligne retirée
   *[other] { $count } lignes retirées
 }
report-rows-changed = { $count ->
    [one] { $count } ligne modifiée
   *[other] { $count } lignes modifiées
 }
report-rows-erased = { $count ->
    [one] { $count } ligne effacée
   *[other] { $count } lignes effacées
 }
report-today-it-is = (aujourd’hui : { $number })
report-files-and-proof = Fichiers et preuve
report-file-pdf = Rapport, PDF signé
report-file-page = Page figée
report-file-package = Données ouvertes, ZIP d’un Data Package
report-file-iati = Résultats, activités IITA 2.03
report-file-manifest = Manifeste
report-file-in = { $file }, { $language }
report-kilobytes = { $count } ko
report-signed-with = Signé avec la clé dont l’empreinte est :
report-verify-a-copy = Vérifier une copie
report-manifest-attached = Ce qui a été publié : les chiffres avec leurs définitions et leurs empreintes, pour les personnes et les programmes
report-signed-because = Rapport publié

# La vérification
report-verify = Vérifier une copie
report-verify-lede = Envoyez le PDF d’un rapport pour savoir s’il est authentique, jusqu’au dernier octet, et si ses chiffres tiennent encore. Rien n’en est conservé, et aucun compte n’est nécessaire.
report-verify-file = Le PDF
report-verify-file-hint = Au plus 24 Mo, tel qu’il a été téléchargé ; une copie réimprimée ou enregistrée par un autre programme n’est plus le même fichier.
report-verify-send = Vérifier
report-verify-no-file = Aucun fichier n’a été envoyé. Choisissez le PDF et envoyez-le à nouveau.
report-verify-too-large = Le fichier dépasse 24 Mo et n’a pas été examiné.
report-verdict-genuine = La copie est authentique
report-verdict-genuine-text = Cette installation l’a publiée, et pas un octet n’a changé depuis.
report-verdict-unknown = Le registre ne connaît pas cette copie
report-verdict-unknown-text = Elle est signée avec une clé de cette installation et inchangée, mais elle ne figure pas parmi ses publications. Interrogez le secrétariat avant de vous y fier.
report-verdict-foreign = Cette copie a été signée par quelqu’un d’autre
report-verdict-foreign-text = Elle est inchangée depuis sa signature, mais la clé n’est pas celle de cette installation. Qui l’a signée peut donner à la clé n’importe quel nom.
report-verdict-not-genuine = La copie n’est pas authentique
report-verdict-not-genuine-text = Ne vous fiez à rien de ce qu’elle contient ; téléchargez de nouveau le rapport à son adresse permanente.
report-not-genuine-no-pdf = Le fichier n’est pas un PDF.
report-not-genuine-no-signature = Le fichier ne porte aucune signature.
report-not-genuine-cut-short = Il manque la fin du fichier.
report-not-genuine-appended = Quelque chose a été ajouté au fichier après sa signature.
report-not-genuine-changed = Le fichier a été modifié après sa signature.
report-not-genuine-wrong-signature = La signature n’a pas été faite avec la clé qui se trouve dans le fichier.
report-not-genuine-manifest = Le fichier est signé, mais son manifeste manque ou n’est pas le seul.
report-not-genuine-malformed = Le fichier n’est pas construit comme l’est un rapport signé.
report-verify-report = Rapport
report-verify-version = Numéro de version
report-verify-page = Page permanente
report-verify-signed-at = Signé
report-verify-fingerprint = Empreinte de la clé
report-verify-whose = À qui est la clé
report-verify-ours = à cette installation
report-verify-theirs = pas à cette installation ; elle se nomme « { $name } »
report-verify-offline = Sans cette page
report-verify-offline-text = La signature se trouve dans le PDF. Les lecteurs qui connaissent les signatures l’affichent ; le certificat ci-dessous leur dit à qui se fier. Le programme lui-même vérifie une copie sans réseau et sans registre, et nomme l’empreinte de la clé ; comparez-la avec celle qui suit.
report-verify-fingerprints = Empreintes des clés de cette installation
report-verify-no-key = Rien n’a encore été publié ici ; il n’y a donc pas encore de clé.
report-verify-certificate = Le certificat de la clé
report-key-since = signe depuis le { $day }
report-key-since-machine = signe depuis le { $day } selon l’horloge de cette machine, quel que soit le jour que montre la démonstration
report-key-until = a signé du { $day } au { $until }
report-key-until-machine = a signé du { $day } au { $until } selon l’horloge de cette machine, quel que soit le jour que montre la démonstration

# Les données ouvertes
report-data-about = Ce que dit le rapport, sous forme de tableaux : ses chiffres, les séances tenues, les activités, les partenariats, les recommandations et les participants par pays. Rien n’y concerne une seule personne ; les participants par pays sont donnés par tranches, et un nombre qui pourrait être déduit n’est pas publié.
report-data-invented = Certaines parties de cette démonstration sont inventées.
report-data-share = { $number } des { $of } personnes qui ont répondu
report-data-share-asked = { $number } des { $of } personnes qui ont répondu, sur { $asked } interrogées
report-data-figures = Chiffres
report-data-figures-row = Une ligne est un chiffre tel que le rapport le montre.
report-data-sessions = Séances
report-data-sessions-row = Une ligne est une séance qui a eu lieu.
report-data-activities = Activités
report-data-activities-row = Une ligne est une activité de l’édition.
report-data-partnerships = Partenariats
report-data-partnerships-row = Une ligne dit ce qu’une organisation est pour l’édition ou pour une activité.
report-data-recommendations = Recommandations
report-data-recommendations-row = Une ligne est une recommandation du communiqué.
report-data-participants-by-country = Participants par pays
report-data-participants-by-country-row = Une ligne est un pays et la tranche dans laquelle se situe le nombre de ses participants.
report-data-field-indicator = Clé de l’indicateur
report-data-field-title = Titre
report-data-field-definition = Ce qui est compté
report-data-field-level = Place dans la chaîne des résultats
report-data-field-state = Réalisé ou annoncé
report-data-field-display = Règle d’arrondi
report-data-field-shown = Tel qu’imprimé
report-data-field-number = Nombre
report-data-field-of = Sur combien
report-data-field-asked = Combien ont été interrogés
report-data-field-rows-sha256 = Empreinte des lignes comptées
report-data-field-activity = Clé de l’activité
report-data-field-kind = De quoi il s’agit
report-data-field-part-of = Activité dont elle fait partie
report-data-field-starts-on = Premier jour
report-data-field-ends-on = Dernier jour
report-data-field-mode = Mode de rencontre
report-data-field-country = Pays
report-data-field-status = Réalisée ou prévue
report-data-field-session = Clé de la séance
report-data-field-held-on = Jour, dans le fuseau de la séance
report-data-field-starts-at = Début
report-data-field-ends-at = Fin
report-data-field-public = Ouverte à toutes les inscriptions
report-data-field-organisation = Nom de l’organisation
report-data-field-role = Ce qu’elle est pour l’édition ou l’activité
report-data-field-pillar = Clé du pilier
report-data-field-text = Texte
report-data-field-from = Au moins
report-data-field-to = Au plus
report-iati-invented = Les identifiants de ce fichier sont inventés pour une démonstration ; ils ne sont enregistrés nulle part.
report-iati-unregistered = Les identifiants de ce fichier ont été formés par le programme ; ils ne sont enregistrés nulle part.
report-level-output = Produits
report-level-outcome = Effets
report-level-impact = Impacts
