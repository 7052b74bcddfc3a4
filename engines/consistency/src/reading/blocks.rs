//! Lines, and what they are: headings, paragraphs, list items, table cells.

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading; 1 is the highest.
    Heading(u8),
    /// A paragraph.
    Body,
    /// A list item, or a number with its caption.
    Item,
    /// A cell of a table.
    Cell,
    /// Somebody's words.
    Quotation,
}

/// Lines that belong together.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub role: Role,
    /// The stretches of text, one a line, in bytes.
    pub lines: Vec<(usize, usize)>,
}

/// Takes a text apart.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for raw in text.split_inclusive('\n') {
        let (start, line) = (at, raw.trim_end_matches(['\n', '\r']));
        at += raw.len();
        let trimmed = line.trim_start();
        let start = start + (line.len() - trimmed.len());
        let end = start + trimmed.trim_end().len();
        if end <= start {
            open = false;
            continue;
        }
        let (class, skip) = class(line, &text[start..end]);
        let stretch = (start + skip.min(end - start), end);
        match (class, blocks.last_mut()) {
            (Role::Cell, _) => {
                cells(text, start, end, &mut blocks);
                open = false;
            }
            (Role::Heading(2), Some(last)) if open && last.role == Role::Heading(2) && skip == 0 => {
                last.lines.push(stretch);
            }
            (Role::Body, Some(last)) if open && matches!(last.role, Role::Body | Role::Item) => {
                last.lines.push(stretch);
            }
            (Role::Quotation, Some(last)) if open && last.role == Role::Quotation => last.lines.push(stretch),
            _ => {
                blocks.push(Block { role: class, lines: vec![stretch] });
                open = !matches!(class, Role::Heading(_)) || skip == 0;
            }
        }
    }
    captions(text, blocks)
}

/// What a line is, and how much of its beginning says so.
fn class(line: &str, trimmed: &str) -> (Role, usize) {
    let hashes = trimmed.bytes().take_while(|it| *it == b'#').count();
    if (1..=6).contains(&hashes) && trimmed[hashes..].starts_with([' ', '\u{a0}']) {
        return (Role::Heading(hashes as u8), hashes);
    }
    if trimmed.starts_with('>') {
        return (Role::Quotation, trimmed.len() - trimmed.trim_start_matches(['>', ' ']).len());
    }
    if line.contains('\t') || (trimmed.starts_with('|') && trimmed.len() > 1) {
        return (Role::Cell, 0);
    }
    if let Some(rest) = ["- ", "* ", "+ ", "• ", "– "].iter().find_map(|it| trimmed.strip_prefix(it)) {
        return (Role::Item, trimmed.len() - rest.len());
    }
    let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) && trimmed[digits..].starts_with(['.', ')']) {
        let after = &trimmed[digits + 1..];
        if after.starts_with(' ') {
            return (Role::Item, digits + 1);
        }
    }
    if is_shouted(trimmed) { (Role::Heading(2), 0) } else { (Role::Body, 0) }
}

/// Whether a line stands in capitals.
fn is_shouted(line: &str) -> bool {
    let small = line.chars().filter(|it| it.is_lowercase()).count();
    let large = line.chars().filter(|it| it.is_uppercase()).count();
    large >= 3 && large * 10 >= (large + small) * 8
}

fn cells(text: &str, start: usize, end: usize, blocks: &mut Vec<Block>) {
    let mut at = start;
    for cell in text[start..end].split(['\t', '|']) {
        let from = at + (cell.len() - cell.trim_start().len());
        let to = at + cell.trim_end().len();
        at += cell.len() + 1;
        if to > from {
            blocks.push(Block { role: Role::Cell, lines: vec![(from, to)] });
        }
    }
}

/// Joins a number that stands alone with the caption below it.
fn captions(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut number = false;
    for block in blocks {
        let alone = match block.lines.as_slice() {
            [(from, to)] => is_number(&text[*from..*to]),
            _ => false,
        };
        match joined.last_mut() {
            Some(last) if number && !alone => {
                last.lines.extend(block.lines);
                last.role = Role::Item;
            }
            _ => joined.push(block),
        }
        number = alone;
    }
    joined
}

fn is_number(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_digit())
        && line.len() <= 16
        && line.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '%' | ',' | '.'))
}
