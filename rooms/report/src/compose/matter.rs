//! What a chapter is made of: blocks and inline pieces, before and after their placeholders are filled in.

/// A place in a chapter's text; line and column count from one, the column in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A piece of a sentence; `V` stands for a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline<V> {
    /// Words as they are.
    Words(String),
    /// Letters of a machine.
    Code(String),
    /// Words of weight.
    Strong(Vec<Self>),
    /// Words said with emphasis.
    Emphasis(Vec<Self>),
    /// Words that lead somewhere.
    Link {
        /// The address, of the web, of mail, or a path of the site.
        to: String,
        /// The words.
        words: Vec<Self>,
    },
    /// A value.
    Value(V, Spot),
    /// The end of a line.
    Break,
}

/// A block and where it begins.
#[derive(Clone, Debug)]
pub struct Placed<V, P> {
    /// Where it begins.
    pub spot: Spot,
    /// The block.
    pub block: Block<V, P>,
}

/// A block of a chapter; `P` stands for a piece that the record lays.
#[derive(Clone, Debug)]
pub enum Block<V, P> {
    /// A heading below the chapter's; the highest of a chapter has depth 0.
    Heading {
        /// How far below the highest.
        depth: usize,
        /// Its words.
        words: Vec<Inline<V>>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline<V>>),
    /// A list; numbered from a number, or with bullets.
    List {
        /// The number of its first item.
        first: Option<u64>,
        /// The items.
        items: Vec<Vec<Placed<V, P>>>,
    },
    /// Words of somebody else.
    Quote(Vec<Placed<V, P>>),
    /// Lines of a machine.
    Code(String),
    /// A table: a head and rows of cells.
    Table {
        /// The cells of the head.
        head: Vec<Vec<Inline<V>>>,
        /// The rows.
        rows: Vec<Vec<Vec<Inline<V>>>>,
    },
    /// A piece that the record lays.
    Piece(P),
}

impl<V> Inline<V> {
    /// The same with each value replaced.
    pub(super) fn set<W>(self, fill: &mut impl FnMut(V, Spot) -> W) -> Inline<W> {
        match self {
            Self::Words(it) => Inline::Words(it),
            Self::Code(it) => Inline::Code(it),
            Self::Strong(it) => Inline::Strong(set_all(it, fill)),
            Self::Emphasis(it) => Inline::Emphasis(set_all(it, fill)),
            Self::Link { to, words } => Inline::Link { to, words: set_all(words, fill) },
            Self::Value(it, spot) => Inline::Value(fill(it, spot), spot),
            Self::Break => Inline::Break,
        }
    }

    /// Writes the words, each value by `say`.
    pub(super) fn write(&self, into: &mut String, say: &impl Fn(&V) -> String) {
        match self {
            Self::Words(it) | Self::Code(it) => into.push_str(it),
            Self::Strong(it) | Self::Emphasis(it) | Self::Link { words: it, .. } => {
                for it in it {
                    it.write(into, say);
                }
            }
            Self::Value(it, _) => into.push_str(&say(it)),
            Self::Break => into.push('\n'),
        }
    }
}

/// Sets a line of inline pieces.
pub(super) fn set_all<V, W>(all: Vec<Inline<V>>, fill: &mut impl FnMut(V, Spot) -> W) -> Vec<Inline<W>> {
    all.into_iter().map(|it| it.set(fill)).collect()
}

/// The words of a line, each value by `say`.
pub(crate) fn words_of<V>(line: &[Inline<V>], say: &impl Fn(&V) -> String) -> String {
    let mut words = String::new();
    for it in line {
        it.write(&mut words, say);
    }
    words
}
