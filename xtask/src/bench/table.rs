//! The figures as a table: for a terminal, or as the README has it.

use specwright_cli::report;

/// A figure, of which less is better.
pub(super) struct Row {
    pub(super) what: String,
    /// What it is counted in.
    pub(super) unit: Unit,
    pub(super) ours: f64,
    /// The most that it may be.
    pub(super) budget: Option<f64>,
    /// The same figure of something else, and what that is.
    pub(super) peer: Option<(String, f64)>,
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds,
    Microseconds,
    Nanoseconds,
    Kilobytes,
    Crates,
    Allocations,
}

const UNITS: [(Unit, &str); 6] = [
    (Unit::Seconds, "CPU s"),
    (Unit::Microseconds, "CPU µs"),
    (Unit::Nanoseconds, "ns"),
    (Unit::Kilobytes, "kB"),
    (Unit::Crates, "crates"),
    (Unit::Allocations, "allocations"),
];

impl Unit {
    /// The unit of that name.
    pub(super) fn named(name: &str) -> Option<Self> {
        let found = UNITS.iter().find(|(_, known)| *known == name)?;
        Some(found.0)
    }

    fn name(self) -> &'static str {
        UNITS
            .iter()
            .find(|(unit, _)| *unit == self)
            .map_or("", |(_, name)| name)
    }
}

/// The columns, and whether they hold numbers.
const HEAD: [(&str, bool); 7] = [
    ("what", false),
    ("unit", false),
    ("specwright", true),
    ("budget", true),
    ("peer", false),
    ("peer's", true),
    ("ratio", true),
];

impl Row {
    /// Whether it is more than it may be.
    pub(super) fn is_missed(&self) -> bool {
        self.budget
            .is_some_and(|budget| rounded(&short(self.ours)) > rounded(&short(budget)))
    }

    fn cells(&self) -> Vec<String> {
        let number = |figure: Option<f64>| figure.map_or("-".to_owned(), short);
        let (name, peer) = self.peer.clone().unzip();
        vec![
            self.what.clone() + if self.is_missed() { " (missed)" } else { "" },
            self.unit.name().to_owned(),
            short(self.ours),
            number(self.budget),
            name.unwrap_or("-".to_owned()),
            number(peer),
            number(peer.map(|peer| rounded(&short(self.ours)) / rounded(&short(peer)))),
        ]
    }
}

/// A number with as many digits as a measurement is good for.
fn short(figure: f64) -> String {
    for (places, limit) in [(2, 10.0), (1, 100.0)] {
        let text = format!("{figure:.places$}");
        if rounded(&text) < limit {
            return text;
        }
    }
    format!("{figure:.0}")
}

/// The number that is printed: what is said of a row is said of that.
fn rounded(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// The table for a terminal.
pub(super) fn plain(rows: &[Row]) -> String {
    report::table(&HEAD, &rows.iter().map(Row::cells).collect::<Vec<_>>())
}

/// The table in Markdown.
pub(super) fn markdown(rows: &[Row]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = HEAD.map(|(name, _)| name.to_owned()).to_vec();
    let rule = HEAD
        .map(|(_, is_number)| if is_number { "---:" } else { "---" }.to_owned())
        .to_vec();
    let rows = rows.iter().map(|row| {
        let cells = row.cells().into_iter();
        line(cells.map(|cell| cell.replace('|', "\\|")).collect())
    });
    line(head) + &line(rule) + &rows.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_has_a_table_as_it_is_printed() {
        let readme = include_str!("../../../README.md");
        let (_, table) = readme
            .split_once("<!-- cargo xtask bench --markdown -->\n")
            .expect("the table of figures");
        let table: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
        let rows: Vec<Row> = table.iter().skip(2).map(|line| row(line)).collect();
        assert!(rows.len() > 10, "{} rows", rows.len());
        assert_eq!(markdown(&rows).lines().collect::<Vec<_>>(), table);
    }

    /// What a line says.
    fn row(line: &str) -> Row {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [what, unit, ours, budget, peer, figure, _] = cells.as_slice() else {
            panic!("{line}");
        };
        let number = |cell: &str| (cell != "-").then(|| cell.parse::<f64>().expect(line));
        let what = what.strip_suffix(" (missed)").unwrap_or(what);
        let peer = number(figure).map(|figure| ((*peer).to_owned(), figure));
        Row {
            what: what.replace("\\|", "|"),
            unit: Unit::named(unit).expect(line),
            ours: number(ours).expect(line),
            budget: number(budget),
            peer,
        }
    }

    #[test]
    fn a_figure_is_printed_as_it_is_judged() {
        for (figure, text) in [(0.004, "0.00"), (9.996, "10.0"), (99.96, "100"), (1234.5, "1234")] {
            assert_eq!(short(figure), text);
        }
        let row = |ours| Row {
            what: "a call".to_owned(),
            unit: Unit::Microseconds,
            ours,
            budget: Some(10.0),
            peer: Some(("by hand".to_owned(), 8.0)),
        };
        assert!(!row(10.04).is_missed());
        assert!(row(10.06).is_missed());
        let line = "| a call (missed) | CPU µs | 10.1 | 10.0 | by hand | 8.00 | 1.26 |";
        assert_eq!(markdown(&[row(10.06)]).lines().last(), Some(line));
    }
}
