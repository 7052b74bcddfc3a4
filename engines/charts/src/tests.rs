//! The charts as their callers see them: small examples in full, and what holds for all.

use expect_test::expect;

use crate::canvas::{Along, Canvas, Fit, Label, Mark, NARROW, PRINT, WIDE};
use crate::*;

fn caption(id: &str, heads: &[&str]) -> Caption {
    Caption {
        id: id.into(),
        title: "A finding & a sentence".into(),
        description: "What it shows".into(),
        source: "Source: the record".into(),
        rows: "The rows".into(),
        heads: heads.iter().map(|&it| it.into()).collect(),
    }
}

fn bars() -> Bars {
    let part = |tone, value: u32| Part { tone, value: f64::from(value), shown: value.to_string() };
    let bar = |label: &str, asia: u32, europe: u32| Bar {
        label: label.into(),
        shown: (asia + europe).to_string(),
        parts: vec![part(Tone::Asia, asia), part(Tone::Europe, europe)],
    };
    Bars {
        caption: caption("b", &["Sector", "Asia", "Europe", "All"]),
        key: vec![(Tone::Asia, "Asia".into()), (Tone::Europe, "Europe".into())],
        bars: vec![
            bar("Government", 23, 18),
            bar("Civil society, foundations and international organisations", 0, 7),
            bar("Nobody", 0, 0),
        ],
    }
}

fn likert() -> Likert {
    let statement = |label: &str, counts: [u32; 5]| Statement {
        label: label.into(),
        answered: "n = 100".into(),
        counts,
        shown: counts.map(|it| format!("{it} %")),
    };
    Likert {
        caption: caption("l", &["Statement", "--", "-", "0", "+", "++", "n"]),
        scale: ["--", "-", "0", "+", "++"].map(Into::into),
        statements: vec![
            statement("I understand the field better", [0, 1, 3, 38, 58]),
            statement(
                "The workload was right beside a full-time job, and I could keep up with it",
                [8, 21, 24, 33, 14],
            ),
            statement("Nobody was asked", [0; 5]),
        ],
    }
}

fn timeline() -> Timeline {
    let activity = |label: &str, start, end| Activity {
        label: label.into(),
        when: format!("{start} to {end}"),
        start,
        end,
        tone: Tone::Ink,
        href: (start < 20).then(|| "/malaysia".into()),
    };
    let tick = |day, label: &str| Tick { day, label: label.into() };
    Timeline {
        caption: caption("t", &["Activity", "When"]),
        days: 275,
        ticks: vec![tick(0, "Apr"), tick(30, "May"), tick(274, "Jan")],
        lanes: vec![
            vec![activity("Malaysia", 14, 28), activity("Thailand", 97, 111), activity("Indonesia", 98, 112)],
            vec![activity("Youth Summit, Copenhagen", 272, 274), activity(&"A very long name ".repeat(9), 100, 240)],
        ],
    }
}

fn columns() -> Columns {
    let column = |day: u32| Column {
        label: format!("{day} April"),
        tick: (day % 7 == 1).then(|| format!("{day} April")),
        value: f64::from(day * day),
        shown: (day * day).to_string(),
    };
    Columns { caption: caption("c", &["Day", "Registrations"]), columns: (1..=29).map(column).collect() }
}

fn map() -> Choropleth {
    let country = |code: &str, band| Country { code: code.into(), name: code.into(), shown: "5".into(), band };
    Choropleth {
        caption: caption("m", &["Country", "People"]),
        bands: ["1", "2–3", "4 or more"].map(Into::into),
        outside: "none".into(),
        countries: vec![country("MY", 3), country("SG", 1), country("DK", 2), country("NZ", 0)],
    }
}

fn sparkline() -> Sparkline {
    Sparkline { id: "s".into(), title: "Rising".into(), values: vec![1.0, 3.0, 2.0] }
}

/// Every drawing, at every room it is drawn for.
fn canvases() -> Vec<Canvas> {
    let rooms = [NARROW, WIDE, PRINT];
    let mut all: Vec<Canvas> =
        rooms.into_iter().flat_map(|it| [bars().lay(it), likert().lay(it), columns().lay(it)]).collect();
    all.extend([timeline::ROOM, PRINT, 1080.0].map(|it| timeline().lay(it)));
    all.extend([map().lay(false), map().lay(true), sparkline().lay()]);
    all
}

fn flat(marks: &[Mark]) -> Vec<&Mark> {
    let mut all = Vec::new();
    for mark in marks {
        match mark {
            Mark::Link { marks, .. } => all.extend(flat(marks)),
            other => all.push(other),
        }
    }
    all
}

fn labels(canvas: &Canvas) -> Vec<&Label> {
    let mut all = Vec::new();
    for mark in flat(&canvas.marks) {
        if let Mark::Label(label) = mark {
            all.push(label);
        }
    }
    all
}

#[test]
fn every_label_lies_on_its_canvas() {
    for canvas in canvases() {
        for label in labels(&canvas) {
            let (from, to) = label.reach(canvas.room);
            assert!(from > -0.1 && to < canvas.room + 0.1, "{label:?} reaches from {from} to {to} of {}", canvas.room);
            assert!(label.y > 0.0 && label.y <= canvas.height, "{label:?}");
        }
    }
}

#[test]
fn no_two_labels_touch() {
    for canvas in canvases() {
        let labels = labels(&canvas);
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                let (a, b) = (one.reach(canvas.room), other.reach(canvas.room));
                let apart = (one.y - other.y).abs() >= one.size.min(other.size) * 0.9;
                assert!(apart || a.1 <= b.0 || b.1 <= a.0, "{} touches {}", one.text, other.text);
            }
        }
    }
}

#[test]
fn text_on_a_phone_is_never_smaller_than_eleven_pixels() {
    for canvas in canvases() {
        assert!(labels(&canvas).iter().all(|it| it.size >= 11.0));
        assert!(canvas.fit != Fit::Flows || canvas.room >= NARROW);
    }
}

#[test]
fn every_rectangle_lies_on_its_canvas_and_is_not_negative() {
    for canvas in canvases() {
        for mark in flat(&canvas.marks) {
            let Mark::Rect { x, width, y, height, .. } = mark else { continue };
            let (from, wide) = (x.within(canvas.room), width.within(canvas.room));
            assert!(from > -1e-6 && wide >= 0.0 && from + wide < canvas.room + 1e-6);
            assert!(*y >= 0.0 && *height >= 0.0 && y + height <= canvas.height);
        }
    }
}

#[test]
fn nothing_is_drawn_at_no_number() {
    let palette = Palette::default();
    let empty = Sparkline { values: Vec::new(), ..sparkline() };
    let one = Sparkline { values: vec![4.0], ..sparkline() };
    for text in [
        bars().draw().into_string(),
        likert().draw_for_print(&palette),
        timeline().draw().into_string(),
        columns().draw_for_print(&palette),
        map().draw_for_print(&palette),
        empty.draw().into_string(),
        one.draw().into_string(),
    ] {
        assert!(!text.contains("NaN") && !text.contains("inf"));
    }
}

#[test]
fn the_shares_of_a_statement_fill_its_bar() {
    for statement in likert().statements {
        let sum: f64 = statement.shares().iter().sum();
        assert!(sum == 0.0 || (sum - 1.0).abs() < 1e-9);
    }
}

#[test]
fn neutral_is_at_the_same_place_in_every_row() {
    let canvas = likert().lay(NARROW);
    let centres: Vec<Along> = canvas
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Line { from, .. } = mark { Some(from.0) } else { None })
        .collect();
    assert!(centres.len() == 3 && centres.iter().all(|it| *it == centres[0]));
}

#[test]
fn a_map_of_both_continents_shows_neither_america_nor_more_than_it_may_weigh() {
    let text = map().draw().into_string();
    assert!(text.len() < 40_000, "{} bytes", text.len());
    let Fit::Scales([left, top, wide, high]) = map().lay(false).fit else { panic!("a map scales") };
    expect!["3424 379 4744 3796"].assert_eq(&format!("{left} {top} {wide} {high}"));
}

#[test]
fn a_country_of_the_americas_brings_in_the_whole_world() {
    let mut map = map();
    map.countries[0].code = "BR".into();
    let Fit::Scales([left, _, wide, _]) = map.lay(false).fit else { panic!("a map scales") };
    assert!(left < 3_500.0 && wide > 5_000.0);
}

#[test]
fn a_code_that_no_map_has_is_told() {
    let mut map = map();
    map.countries[0].code = "QQ".into();
    assert_eq!(map.unplaced(), ["QQ"]);
}

#[test]
fn no_drawing_carries_a_style_of_its_own() {
    for text in [bars().draw(), likert().draw(), timeline().draw(), columns().draw(), map().draw(), sparkline().draw()]
    {
        let text = text.into_string();
        assert!(!text.contains("style=") && !text.contains("<style") && !text.contains("fill=\"#"));
    }
}

#[test]
fn print_carries_every_colour_and_no_class() {
    let palette = Palette::default();
    for text in [
        bars().draw_for_print(&palette),
        likert().draw_for_print(&palette),
        timeline().draw_for_print(&palette),
        columns().draw_for_print(&palette),
        map().draw_for_print(&palette),
        sparkline().draw_for_print(&palette),
    ] {
        assert!(!text.contains("class=") && !text.contains('%') || text.contains("font-family"));
        assert!(text.starts_with("<svg xmlns=") && !text.contains(" class="));
    }
}

#[test]
fn every_identifier_of_a_figure_is_its_own() {
    let text = likert().draw().into_string();
    let mut ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((all, ids.len()), (4, 4));
}

#[test]
fn a_drawing_with_links_is_a_group_that_can_be_entered() {
    let text = timeline().draw().into_string();
    assert!(text.contains("role=\"group\"") && text.contains("<a href=\"/malaysia\">"));
}

/// One element a line, so that a golden can be read.
fn lines(markup: &str) -> String {
    markup.replace("><", ">\n<") + "\n"
}

#[test]
fn a_sparkline_in_full() {
    expect![[r#"
        <svg class="sparkline" width="120" height="28" role="img" aria-labelledby="s-t">
        <title id="s-t">Rising</title>
        <path class="s-ink" fill="none" stroke-width="1.5" d="M4 24L60 4L116 14">
        </path>
        <circle class="c-ink" cx="116" cy="14" r="2.5">
        </circle>
        </svg>
    "#]]
    .assert_eq(&lines(&sparkline().draw().into_string()));
}

#[test]
fn bars_in_full() {
    let mut bars = bars();
    bars.bars.truncate(1);
    expect![[r#"
        <figure class="chart">
        <figcaption>A finding &amp; a sentence</figcaption>
        <ul class="chart-key">
        <li>
        <svg class="swatch" width="14" height="14" aria-hidden="true">
        <rect class="c-asia" width="14" height="14">
        </rect>
        </svg>Asia</li>
        <li>
        <svg class="swatch" width="14" height="14" aria-hidden="true">
        <rect class="c-europe" width="14" height="14">
        </rect>
        </svg>Europe</li>
        </ul>
        <svg class="drawing narrow" width="100%" height="63" role="img" aria-labelledby="b-t b-d">
        <title id="b-t">A finding &amp; a sentence</title>
        <desc id="b-d">What it shows</desc>
        <text class="c-ink" font-size="14" x="0" y="13">Government</text>
        <rect class="c-asia" x="0%" y="21" width="51.18%" height="14">
        </rect>
        <text class="c-quiet" font-size="12.5" x="0%" y="48">23</text>
        <rect class="c-europe" x="51.18%" y="21" width="40.05%" height="14">
        </rect>
        <line class="s-paper" x1="51.18%" y1="21" x2="51.18%" y2="35">
        </line>
        <text class="c-quiet" font-size="12.5" x="51.18%" y="48">18</text>
        <text class="c-ink" font-size="14" font-weight="600" x="91.23%" y="33" dx="7">41</text>
        </svg>
        <svg class="drawing wide" width="100%" height="41" role="img" aria-labelledby="b-wt b-wd">
        <title id="b-wt">A finding &amp; a sentence</title>
        <desc id="b-wd">What it shows</desc>
        <text class="c-ink" font-size="14" x="0" y="14">Government</text>
        <rect class="c-asia" x="38%" y="2" width="32.25%" height="14">
        </rect>
        <text class="c-quiet" font-size="12.5" x="38%" y="29">23</text>
        <rect class="c-europe" x="70.25%" y="2" width="25.24%" height="14">
        </rect>
        <line class="s-paper" x1="70.25%" y1="2" x2="70.25%" y2="16">
        </line>
        <text class="c-quiet" font-size="12.5" x="70.25%" y="29">18</text>
        <text class="c-ink" font-size="14" font-weight="600" x="95.49%" y="14" dx="7">41</text>
        </svg>
        <p class="chart-source">Source: the record</p>
        <details>
        <summary>The rows</summary>
        <div class="chart-rows">
        <table>
        <thead>
        <tr>
        <th scope="col">Sector</th>
        <th scope="col">Asia</th>
        <th scope="col">Europe</th>
        <th scope="col">All</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Government</th>
        <td>23</td>
        <td>18</td>
        <td>41</td>
        </tr>
        </tbody>
        </table>
        </div>
        </details>
        </figure>
    "#]]
    .assert_eq(&lines(&bars.draw().into_string()));
}

#[test]
fn a_statement_in_full() {
    let mut likert = likert();
    likert.statements.truncate(1);
    expect![[r##"
        <svg xmlns="http://www.w3.org/2000/svg" width="640" height="91" viewBox="0 0 640 91">
        <title>A finding &amp; a sentence</title>
        <desc>What it shows</desc>
        <rect fill="#8a5a00" x="0" y="1" width="12" height="12">
        </rect>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="12.5" x="18" y="11.5">--</text>
        <rect fill="#e0b566" x="44.24" y="1" width="12" height="12">
        </rect>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="12.5" x="62.24" y="11.5">-</text>
        <rect fill="#dbd4c5" x="84.36" y="1" width="12" height="12">
        </rect>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="12.5" x="102.36" y="11.5">0</text>
        <rect fill="#a3b0c2" x="126.95" y="1" width="12" height="12">
        </rect>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="12.5" x="144.95" y="11.5">+</text>
        <rect fill="#1c2230" x="169.53" y="1" width="12" height="12">
        </rect>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="12.5" x="187.53" y="11.5">++</text>
        <svg x="0" y="26" width="640" height="65" viewBox="0 0 640 65">
        <text fill="#5b6170" font-family="'Source Sans 3'" font-size="12.5" text-anchor="end" x="640" y="14">n = 100</text>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="14" x="0" y="14">I understand the field better</text>
        <line stroke="#1c2230" x1="16" y1="20" x2="16" y2="52">
        </line>
        <rect fill="#e0b566" x="0" y="24" width="6.4" height="24">
        </rect>
        <rect fill="#dbd4c5" x="6.4" y="24" width="19.2" height="24">
        </rect>
        <rect fill="#a3b0c2" x="25.6" y="24" width="243.2" height="24">
        </rect>
        <text fill="#1c2230" font-family="'Source Sans 3'" font-size="13" font-weight="600" text-anchor="middle" x="147.2" y="40.5">38 %</text>
        <rect fill="#1c2230" x="268.8" y="24" width="371.2" height="24">
        </rect>
        <text fill="#ffffff" font-family="'Source Sans 3'" font-size="13" font-weight="600" text-anchor="middle" x="454.4" y="40.5">58 %</text>
        </svg>
        </svg>
    "##]].assert_eq(&lines(&likert.draw_for_print(&Palette::default())));
}

#[test]
fn a_timeline_in_full() {
    let mut timeline = timeline();
    timeline.lanes.truncate(1);
    timeline.lanes[0].truncate(2);
    expect![[r#"
        <figure class="chart">
        <figcaption>A finding &amp; a sentence</figcaption>
        <ol class="timeline">
        <li>
        <span class="timeline-when">14 to 28</span>
        <a href="/malaysia">Malaysia</a>
        </li>
        <li>
        <span class="timeline-when">97 to 111</span>
        <span>Thailand</span>
        </li>
        </ol>
        <svg class="drawing timeline-drawing" width="100%" height="70" role="group" aria-labelledby="t-t t-d">
        <title id="t-t">A finding &amp; a sentence</title>
        <desc id="t-d">What it shows</desc>
        <line class="s-rule" x1="0%" y1="0" x2="0%" y2="54">
        </line>
        <text class="c-quiet" font-size="12.5" x="0%" y="66" dx="5">Apr</text>
        <line class="s-rule" x1="10.91%" y1="0" x2="10.91%" y2="54">
        </line>
        <text class="c-quiet" font-size="12.5" x="10.91%" y="66" dx="5">May</text>
        <line class="s-rule" x1="99.64%" y1="0" x2="99.64%" y2="54">
        </line>
        <line class="s-quiet" x1="0" y1="48" x2="100%" y2="48">
        </line>
        <a href="/malaysia">
        <rect class="c-ink" x="5.09%" y="23" width="5.45%" height="9">
        </rect>
        <text class="c-ink rim" font-size="14" x="5.09%" y="17">Malaysia</text>
        </a>
        <rect class="c-ink" x="35.27%" y="23" width="5.45%" height="9">
        </rect>
        <text class="c-ink rim" font-size="14" x="35.27%" y="17">Thailand</text>
        </svg>
        <p class="chart-source">Source: the record</p>
        <details>
        <summary>The rows</summary>
        <div class="chart-rows">
        <table>
        <thead>
        <tr>
        <th scope="col">Activity</th>
        <th scope="col">When</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">Malaysia</th>
        <td>14 to 28</td>
        </tr>
        <tr>
        <th scope="row">Thailand</th>
        <td>97 to 111</td>
        </tr>
        </tbody>
        </table>
        </div>
        </details>
        </figure>
    "#]]
    .assert_eq(&lines(&timeline.draw().into_string()));
}

#[test]
fn columns_in_full() {
    let mut columns = columns();
    columns.columns.truncate(3);
    expect![[r#"
        <figure class="chart">
        <figcaption>A finding &amp; a sentence</figcaption>
        <svg class="drawing" width="100%" height="162" role="img" aria-labelledby="c-t c-d">
        <title id="c-t">A finding &amp; a sentence</title>
        <desc id="c-d">What it shows</desc>
        <rect class="c-ink" x="4%" y="126.67" width="25.33%" height="13.33">
        </rect>
        <rect class="c-ink" x="37.33%" y="86.67" width="25.33%" height="53.33">
        </rect>
        <rect class="c-ink" x="70.67%" y="20" width="25.33%" height="120">
        </rect>
        <line class="s-rule" x1="0" y1="140" x2="100%" y2="140">
        </line>
        <text class="c-ink" font-size="12.5" font-weight="600" text-anchor="middle" x="16.67%" y="121.67">1</text>
        <text class="c-ink" font-size="12.5" font-weight="600" text-anchor="middle" x="50%" y="81.67">4</text>
        <text class="c-ink" font-size="12.5" font-weight="600" text-anchor="middle" x="83.33%" y="15">9</text>
        <text class="c-quiet" font-size="12.5" text-anchor="middle" x="16.67%" y="157">1 April</text>
        </svg>
        <p class="chart-source">Source: the record</p>
        <details>
        <summary>The rows</summary>
        <div class="chart-rows">
        <table>
        <thead>
        <tr>
        <th scope="col">Day</th>
        <th scope="col">Registrations</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">1 April</th>
        <td>1</td>
        </tr>
        <tr>
        <th scope="row">2 April</th>
        <td>4</td>
        </tr>
        <tr>
        <th scope="row">3 April</th>
        <td>9</td>
        </tr>
        </tbody>
        </table>
        </div>
        </details>
        </figure>
    "#]]
    .assert_eq(&lines(&columns.draw().into_string()));
}

#[test]
fn a_map_in_full_but_for_its_outlines() {
    let text = lines(&map().draw().into_string());
    let without = text.lines().map(|line| match line.split_once(" d=\"") {
        Some((start, path)) if path.len() > 60 => format!("{start} d=…>\n"),
        _ => format!("{line}\n"),
    });
    expect![[r#"
        <figure class="chart">
        <figcaption>A finding &amp; a sentence</figcaption>
        <ul class="chart-key">
        <li>
        <svg class="swatch" width="14" height="14" aria-hidden="true">
        <rect class="band-1" width="14" height="14">
        </rect>
        </svg>1</li>
        <li>
        <svg class="swatch" width="14" height="14" aria-hidden="true">
        <rect class="band-2" width="14" height="14">
        </rect>
        </svg>2–3</li>
        <li>
        <svg class="swatch" width="14" height="14" aria-hidden="true">
        <rect class="band-3" width="14" height="14">
        </rect>
        </svg>4 or more</li>
        <li>
        <svg class="swatch" width="14" height="14" aria-hidden="true">
        <rect class="band-0" width="14" height="14">
        </rect>
        </svg>none</li>
        </ul>
        <svg class="map" viewBox="3424 379 4744 3796" role="img" aria-labelledby="m-t m-d">
        <title id="m-t">A finding &amp; a sentence</title>
        <desc id="m-d">What it shows</desc>
        <path class="band-0" d=…>
        </path>
        <path class="band-2" d=…>
        <title>DK: 5</title>
        </path>
        <path class="band-3" d=…>
        <title>MY: 5</title>
        </path>
        <path class="dot rim" d="M6078 2383h0">
        </path>
        <path class="dot band-1" d="M6078 2383h0">
        <title>SG: 5</title>
        </path>
        </svg>
        <p class="chart-source">Source: the record</p>
        <details>
        <summary>The rows</summary>
        <div class="chart-rows">
        <table>
        <thead>
        <tr>
        <th scope="col">Country</th>
        <th scope="col">People</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <th scope="row">MY</th>
        <td>5</td>
        </tr>
        <tr>
        <th scope="row">SG</th>
        <td>5</td>
        </tr>
        <tr>
        <th scope="row">DK</th>
        <td>5</td>
        </tr>
        </tbody>
        </table>
        </div>
        </details>
        </figure>
    "#]]
    .assert_eq(&without.collect::<String>());
}
