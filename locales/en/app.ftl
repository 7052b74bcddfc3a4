# What the program itself writes into the journal.
journal-app-imported = imported the edition from its folder
journal-app-operator-opened = opened an account from the command line
