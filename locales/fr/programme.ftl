# La salle programme.
programme-invented = inventé
programme-assumed = supposé pour la démonstration
