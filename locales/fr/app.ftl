# Ce que le programme lui-même écrit dans le journal.
journal-app-imported = a importé l’édition depuis son dossier
journal-app-operator-opened = a ouvert un compte depuis la ligne de commande
