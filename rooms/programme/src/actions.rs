//! The verbs of this room: may they, can it, do it, say it.
