//! Texts that match a pattern, and texts that nearly do.

use std::collections::BTreeSet;

use specwright::pattern::Pattern;

/// Longer texts make the oracle slow and find nothing more.
const MAX_LENGTH: usize = 300;

/// Characters at which implementations tend to differ.
const NASTY: [char; 32] = [
    '\0', '\u{8}', '\t', '\n', '\u{b}', '\u{c}', '\r', ' ', '-', '_', '/', ':', '@', '[', '`', '{', '0', '9', 'A', 'Z',
    'a', 'z', '\u{7f}', '\u{80}', '\u{a0}', 'é', 'ſ', '\u{2028}', '\u{feff}', 'K', '日', '🐲',
];

pub(crate) use specwright_tests::mutate::Random;

/// About so many different texts for a pattern.
pub(crate) fn texts(pattern: &Pattern, count: usize) -> Vec<String> {
    let mut random = Random::new(pattern.source.len() as u64 + 1);
    let own: Vec<char> = pattern.source.chars().chain(NASTY).collect();
    let mut texts = BTreeSet::from([
        String::new(),
        "\n".into(),
        "a".into(),
        "aa".into(),
        "0".into(),
        "é".into(),
        "🐲".into(),
    ]);
    // Of a small language most texts come again and again.
    for seed in 0..count.max(1) as u64 {
        if texts.len() >= count {
            break;
        }
        let sample: Vec<char> = pattern.sample(seed).chars().take(MAX_LENGTH).collect();
        let mut text = sample.clone();
        texts.insert(sample.iter().collect());
        for _ in 0..3 {
            mutate(&mut text, &own, &mut random);
            texts.insert(text.iter().collect());
        }
    }
    texts.into_iter().collect()
}

fn mutate(text: &mut Vec<char>, own: &[char], random: &mut Random) {
    let at = random.below(text.len() + 1);
    let fresh = own[random.below(own.len())];
    match random.below(9) {
        0 => text.insert(at, fresh),
        1 => text.push(fresh),
        2 => text.insert(0, fresh),
        3 if at < text.len() => text[at] = fresh,
        4 if at < text.len() => {
            text.remove(at);
        }
        5 => {
            text.pop();
        }
        6 if at < text.len() => {
            // A neighbour, to find range ends that are off by one.
            let step = if random.below(2) == 0 { 1 } else { u32::MAX };
            text[at] = char::from_u32(u32::from(text[at]).wrapping_add(step)).unwrap_or(fresh);
        }
        7 => text.truncate(at),
        _ => {
            let again = text.clone();
            text.extend(again.iter().take(MAX_LENGTH / 2));
        }
    }
}
