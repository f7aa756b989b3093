//! Bodies in every coding, in pieces of every size, whole and broken.

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{Method, StatusCode};
use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};
use ruzstd::encoding::{CompressionLevel, compress_to_vec as zstd};

use super::{accepted, left, undo};
use crate::transport::{Body, Response, TransportError, read_body};

/// A body that repeats itself in some places and not in others.
fn text() -> Vec<u8> {
    let mut seed = 7u32;
    let mut text = b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".repeat(300);
    for _ in 0..20_000 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push(seed.to_be_bytes()[0] & 0x3F);
    }
    text
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(crc & 1))
        })
    })
}

/// A member with all that a header can have.
fn gzip(text: &[u8]) -> Vec<u8> {
    let mut body = b"\x1F\x8B\x08\x1E\0\0\0\0\0\x03\x02\0xyname\0comment\0cc".to_vec();
    body.extend(compress_to_vec(text, 6));
    body.extend(crc(text).to_le_bytes());
    body.extend(u32::try_from(text.len()).expect("short").to_le_bytes());
    body
}

fn coded(codings: &str, body: &[u8], size: usize) -> Response {
    let pieces = body.chunks(size).map(|piece| Body::from(Bytes::copy_from_slice(piece)));
    let mut response = Response::new(Body::chain(pieces.collect()));
    let headers = response.headers_mut();
    headers.insert(CONTENT_ENCODING, codings.parse().expect("a header"));
    headers.insert(CONTENT_LENGTH, body.len().into());
    response
}

async fn decoded(codings: &str, body: &[u8], size: usize) -> Result<Bytes, TransportError> {
    let response = undo(&Method::GET, coded(codings, body, size));
    assert_eq!(response.headers().len(), 0, "{codings}");
    let read = read_body(response.into_body(), usize::MAX).await;
    read.map(|(bytes, _)| bytes).map_err(|(_, error)| error)
}

#[tokio::test]
async fn every_coding_is_undone_in_pieces_of_every_size() {
    let text = text();
    let fastest = CompressionLevel::Fastest;
    let two = [gzip(&text[..1000]), gzip(&text[1000..])].concat();
    let padded = [gzip(&text), vec![0; 100]].concat();
    let skipped = b"\x53\x2A\x4D\x18\x03\0\0\0abc";
    let frames = [&skipped[..], &zstd(&text[..999], fastest), &zstd(&text[999..], fastest)].concat();
    for (coding, body) in [
        ("gzip", gzip(&text)),
        ("X-GZip", two),
        ("gzip", padded),
        ("deflate", compress_to_vec_zlib(&text, 6)),
        ("deflate", compress_to_vec(&text, 6)),
        ("zstd", frames),
        ("identity, deflate , gzip", gzip(&compress_to_vec_zlib(&text, 1))),
    ] {
        for size in [1, 7, 5000, usize::MAX] {
            let read = decoded(coding, &body, size).await.expect(coding);
            assert!(read == text, "{coding} in pieces of {size}");
        }
    }
    let brotli = b"\x8f\x02\x80hello\x0a\x03";
    for size in 1..=brotli.len() {
        assert_eq!(decoded("br", brotli, size).await.expect("Brotli"), "hello\n");
    }
}

#[tokio::test]
async fn what_is_cut_off_or_corrupt_is_an_error() {
    let text = b"some text, some text, some text";
    let fastest = CompressionLevel::Fastest;
    for (coding, body) in [
        ("gzip", gzip(text)),
        ("deflate", compress_to_vec_zlib(text, 6)),
        ("zstd", zstd(&text[..], fastest)),
        ("br", b"\x8f\x02\x80hello\x0a\x03".to_vec()),
    ] {
        for end in 1..body.len() {
            assert!(decoded(coding, &body[..end], 3).await.is_err(), "{coding}: {end} bytes");
        }
        let page = decoded(coding, b"<html>", 6).await;
        match coding {
            "gzip" => assert_eq!(page.expect("it does not begin like gzip"), "<html>"),
            _ => assert!(page.is_err(), "{coding}"),
        }
        let mut nothing = coded(coding, b"", 1);
        *nothing.body_mut() = Body::from_reader(std::io::empty(), None);
        let read = read_body(undo(&Method::GET, nothing).into_body(), 10).await;
        assert_eq!(read.expect("nothing has no coding").0, "");
    }
    let mut wrong = gzip(text);
    let checksum = wrong.len() - 8;
    wrong[checksum] ^= 1;
    assert!(decoded("gzip", &wrong, 100).await.is_err());
    let endless = [b"\x1F\x8B\x08\x08\0\0\0\0\0\x03".to_vec(), vec![b'n'; 100_000]].concat();
    assert!(decoded("gzip", &endless, 100_000).await.is_err());
}

#[tokio::test]
async fn a_bomb_ends_at_the_limit() {
    let zeros = vec![0; 3_000_000];
    for (coding, body) in [
        ("gzip", gzip(&zeros)),
        ("deflate", compress_to_vec(&zeros, 9)),
        ("zstd", zstd(&zeros[..], CompressionLevel::Fastest)),
    ] {
        let response = undo(&Method::GET, coded(coding, &body, usize::MAX));
        let (read, cut) = read_body(response.into_body(), 1000).await.expect(coding);
        assert!(cut && read.len() == 1000, "{coding}");
    }
}

#[test]
fn what_is_not_known_stays_as_it_is() {
    let response = undo(&Method::GET, coded("gzip, x-~pack 7", b"body", 4));
    assert_eq!(response.headers().len(), 2);
    assert_eq!(response.body().len(), Some(4));
    assert_eq!(left(response.headers()).as_deref(), Some("x-pack7"));
    let five = "gzip, gzip, gzip, gzip, gzip";
    assert!(left(undo(&Method::GET, coded(five, b"body", 4)).headers()).is_some());
    assert_eq!(left(undo(&Method::GET, coded("UTF-8, none", b"{}", 2)).headers()), None);
    let mut nothing = coded("gzip", b"", 1);
    *nothing.status_mut() = StatusCode::NOT_MODIFIED;
    assert_eq!(undo(&Method::GET, nothing).headers().len(), 2);
    assert_eq!(undo(&Method::HEAD, coded("gzip", b"", 1)).headers().len(), 2);
}

#[test]
fn what_is_compiled_in_is_asked_for() {
    assert_eq!(accepted(false, false), "gzip, deflate, br, zstd");
    assert_eq!(accepted(true, false), "gzip, deflate, br");
    assert_eq!(accepted(false, true), "identity");
}
