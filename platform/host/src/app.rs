//! The installation: what every page, action and job is handed.

use std::{collections::HashMap, ops::Deref, pin::Pin, sync::Arc};

use db::{Db, Tx};
use kernel::Language;
use ui::{Frame, RailItem, Reader, Words};

use crate::{
    Actor, Clock, Fact, Result,
    config::Config,
    figures::Register,
    files::Files,
    jobs::{Bell, Runner},
    readings::Readings,
    web::{Limits, Place, Shelf},
};

/// A future that can be sent to another thread.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Follows a fact through the rooms, in the transaction in which it happened.
pub type Follow = for<'a> fn(&'a App, &'a mut Tx, Fact) -> Boxed<'a, Result<()>>;

/// Makes what stands around a page.
pub type FrameFor = for<'a> fn(&'a App, &'a Reader, Option<&'a Actor>, &'a Place) -> Boxed<'a, Result<Frame>>;

/// An installation; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<House>);

/// What an installation consists of.
pub struct House {
    /// The record.
    pub db: Db,
    /// The present.
    pub clock: Clock,
    /// The message catalogue.
    pub words: Arc<Words>,
    /// Where files are kept.
    pub files: Files,
    /// How it was set up.
    pub config: Config,
    /// Whether this is a demonstration: it says so on every page and sends no mail outside.
    pub demonstration: bool,
    /// What the rooms brought.
    pub assembly: Assembly,
    /// Rings when there is later work.
    pub bell: Bell,
    /// Pages for anonymous readers, kept until the record changes.
    pub shelf: Shelf,
    /// What was read of the record and holds until it changes.
    pub readings: Readings,
    /// Who has written how often.
    pub limits: Limits,
    /// Whether the demonstration is still being imported: figures read "being counted".
    pub counting: Arc<std::sync::atomic::AtomicBool>,
}

/// What the rooms bring to the platform; put together by the app alone.
#[derive(Clone)]
pub struct Assembly {
    /// What follows from what.
    pub follow: Follow,
    /// What stands around a page.
    pub frame: FrameFor,
    /// The capabilities on the desk's rail.
    pub rail: Vec<RailItem>,
    /// Later work, by name.
    pub jobs: HashMap<&'static str, Runner>,
    /// What can be counted.
    pub indicators: Register,
}

impl Default for Assembly {
    /// A house without rooms: nothing follows, nothing stands around a page.
    fn default() -> Self {
        Self {
            follow: |_, _, _| Box::pin(async { Ok(()) }),
            frame: |_, _, _, _| Box::pin(async { Ok(Frame::default()) }),
            rail: Vec::new(),
            jobs: HashMap::new(),
            indicators: Register::default(),
        }
    }
}

impl Deref for App {
    type Target = House;

    fn deref(&self) -> &House {
        &self.0
    }
}

impl App {
    /// An installation from its parts.
    pub fn new(db: Db, clock: Clock, files: Files, config: Config, demonstration: bool, assembly: Assembly) -> Self {
        Self(Arc::new(House {
            db,
            clock,
            words: Arc::new(Words::load()),
            files,
            config,
            demonstration,
            assembly,
            bell: Bell::default(),
            shelf: Shelf::default(),
            readings: Readings::default(),
            limits: Limits::default(),
            counting: Arc::default(),
        }))
    }

    /// Tells the rooms what happened, in the transaction in which it happened.
    pub async fn follow(&self, tx: &mut Tx, fact: Fact) -> Result<()> {
        (self.assembly.follow)(self, tx, fact).await
    }

    /// A reader of letters and documents in a language.
    pub fn reader(&self, language: Language) -> Reader {
        Reader::new(self.words.clone(), language, self.clock.now())
    }

    /// An address that works from outside: the installation's origin and a path.
    pub fn outside(&self, path: &str) -> String {
        format!("{}{path}", self.config.origin())
    }
}
