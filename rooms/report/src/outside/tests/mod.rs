//! Asking outside, against a server on this machine that the tests permit; and what becomes of the answers.

mod asking;
mod desk;
mod server;
