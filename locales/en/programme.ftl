# The room programme.
programme-invented = invented
programme-assumed = assumed for the demonstration
