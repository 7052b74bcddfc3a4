//! The room through its front door.

mod desk;
mod files;
mod public;
mod registering;
mod setting;
