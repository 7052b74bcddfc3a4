# La pièce des personnes.
# Se connecter.
people-sign-in = Se connecter
people-sign-in-lede = Il n’y a pas de mot de passe. Nous vous envoyons un courriel avec un lien et un code.
people-email = Adresse électronique
people-sign-in-hint = L’adresse sous laquelle le secrétariat vous connaît
people-send-letter = M’envoyer un courriel
people-sign-in-with-passkey = Se connecter avec une clé d’accès
people-letter-sent = Un courriel est en route
people-letter-sent-to = Si { $email } a un compte ici, un courriel y parviendra dans quelques minutes. Il contient un lien et un code ; l’un ou l’autre vous connecte, une seule fois, dans les 30 minutes.
people-letter-stays = Ceci est une démonstration : aucun courriel n’en sort. Le vôtre attend dans la boîte d’envoi du bureau, et des liens à usage unique pour chaque rôle sont affichés dans la console où le programme a été lancé.
people-letter-outbox = La boîte d’envoi du bureau
people-code = Code reçu
people-code-hint = Les huit chiffres du courriel
people-no-letter = Pas de courriel ? Regardez parmi les indésirables et vérifiez l’adresse.
people-ask-again = Demander un autre courriel
people-one-button = Encore une étape
people-one-button-as = Vous allez vous connecter en tant que
people-link-over = Ce lien n’est plus valable
people-link-over-why = Rien n’a été modifié. Nous pouvons envoyer un nouveau courriel à la même adresse.
people-new-letter = M’envoyer un nouveau courriel
people-no-address = Ce n’est pas une adresse électronique : il y faut un @, puis un point, comme dans nom@example.org.
people-passkey-failed = La clé d’accès n’a pas pu être vérifiée. Réessayez, ou demandez un courriel.
people-letter-sign-in-subject = Votre lien de connexion
people-letter-sign-in =
    Bonjour { $name },

    Quelqu’un a demandé à se connecter avec cette adresse. Si c’était vous, ouvrez ce lien et appuyez sur le bouton :

    { $link }

    Ou saisissez ce code sur la page où vous l’avez demandé : { $code }

    Le lien et le code servent une seule fois, dans les { $minutes } minutes. Si ce n’était pas vous, ne faites rien : sans ce courriel, personne ne peut se connecter.
# Mon compte.
people-my-account = Mon compte
people-my-roles = Mes rôles
people-no-role = Vous n’avez actuellement aucun rôle. Si vous en attendiez un, adressez-vous au secrétariat.
people-open-desk = Ouvrir le bureau
people-my-language = Ma langue
people-language = Langue
people-language-hint = Celle dans laquelle nous vous écrivons
people-no-language = Choisissez l’une des langues de la liste.
people-save = Enregistrer
people-my-browsers = Mes connexions
people-some-browser = Un navigateur
people-signed-in-since = Connexion depuis le
people-last-seen = Dernière activité le
people-this-browser = ce navigateur
people-end = Déconnecter
people-end-others = Déconnecter tous les autres
people-my-passkeys = Mes clés d’accès
people-passkeys-lede = Une clé d’accès vous connecte par votre empreinte, votre visage ou le verrou de votre appareil, sans courriel.
people-passkey-since = Ajoutée le
people-passkey-used = Utilisée pour la dernière fois le
people-passkey-add = Ajouter une clé d’accès
people-passkey-not-added = Aucune clé d’accès n’a été ajoutée. Votre appareil en a peut-être déjà une, ou l’adresse affichée par votre navigateur n’est pas celle de cette installation.
people-passkey-script = L’ajout d’une clé d’accès nécessite JavaScript.
people-passkey-no-name = Cette installation est accessible par une adresse numérique et non par un nom ; les navigateurs ne créent de clés d’accès que pour des noms.
people-remove = Retirer
people-sign-out = Se déconnecter de ce navigateur
people-erase-me = Effacer mon compte
people-erase-me-confirm = Je demande l’effacement de mon compte
people-erased-me = Votre compte est effacé
people-erased-me-why = Ce navigateur et tous les autres sont déconnectés. Si vous revenez, un nouveau compte pourra être ouvert à la même adresse.
# Les personnes, au bureau.
people-rail = Personnes
people-count = { $count ->
    [0] Personne
    [1] Une personne
   *[other] { $shown } personnes
 }
people-export = Enregistrer cette liste (CSV)
people-none-found = Aucune personne du registre ne correspond. Retirez l’une des conditions ci-dessus.
people-name-or-email = Nom ou adresse électronique
people-any-country = Tous les pays
people-any-activity = Avec ou sans participation
people-any-file = Toutes les listes
people-takes-part = Participe à
people-takes-no-part = À aucune activité.
people-door = Liste
people-narrow = Affiner la liste
people-organisation = Organisme
people-pages = Pages de la liste
people-page-of = Page { $page } sur { $pages }
people-page-before = Page précédente
people-page-after = Page suivante
people-file-people = Personnes nommées publiquement
people-file-people-invented = Intervenants inventés
people-file-guests = Invités et public des webinaires
people-file-applicants = Candidats
people-file-here = Inscrits ici
people-party-civil-society = Société civile
people-party-government = Pouvoirs publics
people-column-name = Nom
people-column-country = Pays
people-column-party = Groupe
people-column-day = Jour
people-column-people = Personnes
people-column-note = Remarque
people-erased = Personne effacée
people-erased-already = Cette personne a déjà été effacée. Rien n’a été modifié.
people-erased-on = Effacée le
people-erased-kept = Le pays, le groupe et ce qui a été compté restent.
people-held = Ce qui est conservé
people-motivation = Lettre de motivation
people-history = Historique
people-no-history = Rien n’a été modifié depuis l’entrée de cette personne au registre.
people-nothing = rien
people-field-name = Nom affiché
people-field-printed = Nom tel qu’imprimé
people-field-office = Fonction ou poste
people-field-office-en = Fonction ou poste, en anglais
people-field-office-fr = Fonction ou poste, en français
people-field-organisation = Organisme, selon ses propres mots
people-name-hint = Le nom sous lequel on connaît la personne ; un nom de famille n’est pas nécessaire
people-printed-hint = Tel qu’il figure dans les programmes et rapports, par exemple M. AMIZAL Fadzli Rajali
people-organisation-hint = Selon ses propres mots ; laissez vide si l’organisme figure dans la liste de l’édition
people-no-name = Saisissez un nom.
people-gender = Genre
people-gender-f = Femme
people-gender-m = Homme
people-gender-x = Autre
people-born-on = Date de naissance
people-consent = Consentement
people-consent-published-report = nom publié dans le rapport
people-consent-given = consentement donné
people-applied-at = A posé sa candidature le
people-since = depuis le
people-until = jusqu’au
people-correct = Corriger
people-erase = Effacer
people-erase-goes = Ce qui disparaît définitivement :
people-erase-told = le nom, l’adresse électronique, la fonction, l’organisme, la date de naissance, le genre, la langue
people-erase-motivation = la lettre de motivation de la candidature
people-erase-letters = { $count ->
    [1] le texte d’un courriel envoyé à cette adresse
   *[other] le texte de { $count } courriels envoyés à cette adresse
 }
people-erase-journal = { $count ->
    [1] une valeur du journal
   *[other] { $count } valeurs du journal
 }
people-erase-stays = Ce qui reste, sans nom :
people-erase-counted = le pays et le groupe, les inscriptions et la présence, comme lignes que comptent les chiffres ; le fait que quelque chose a été fait, quand et par qui
people-erase-parts = { $count ->
    [1] une participation à une activité
   *[other] { $count } participations à des activités
 }
people-erase-not-account = Un compte existe à cette adresse. La personne l’efface elle-même sous « Mon compte », ou le secrétariat parmi les rôles qui ont pris fin.
people-erase-final = Une seule personne est concernée, et ce geste est irréversible.
people-erase-confirm = La personne l’a demandé, ou plus rien ne justifie de conserver ces données
people-erase-one = Effacer cette personne
people-not-confirmed = Cochez la case pour confirmer. Rien n’a été effacé.
journal-people-corrected = a corrigé le nom ou la fonction d’une personne
journal-people-erased = a effacé les données d’une personne
journal-people-passkey-added = a ajouté une clé d’accès
journal-people-passkey-removed = a retiré une clé d’accès
# Ce que compte cette salle.
people-call-applicants = candidatures
people-call-applicants-definition = Personnes ayant répondu à l’appel de cette édition, comptées chacune une fois, à la date indiquée.
people-training-participants = participants à la formation
people-training-participants-definition = Personnes ayant une place confirmée dans une formation de cette édition et n’y ayant pas renoncé à la date indiquée, comptées chacune une fois.
people-training-countries = pays représentés à la formation
people-training-countries-definition = Pays différents des personnes comptées comme participants à la formation.
people-summit-participants = participants au sommet
people-summit-participants-definition = Personnes ayant une place confirmée à un sommet de cette édition et n’y ayant pas renoncé à la date indiquée, comptées chacune une fois.
people-summit-countries = pays représentés au sommet
people-summit-countries-definition = Pays différents des personnes comptées comme participants au sommet.
people-workshop-participants = participants aux ateliers
people-workshop-participants-definition = Personnes ayant une place confirmée dans un atelier sur place de cette édition et n’y ayant pas renoncé à la date indiquée, comptées chacune une fois.
people-people-participants = participants aux formations et aux ateliers
people-people-participants-definition = Participants aux formations plus participants aux ateliers ; une personne qui participe aux deux compte dans les deux.
journal-people-signed-in = s’est connecté(e)
journal-people-language-chosen = a choisi la langue de ses courriels
journal-people-browser-ended = a déconnecté l’un de ses navigateurs
journal-people-browsers-ended = a déconnecté ses autres navigateurs
