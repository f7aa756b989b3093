//! How parameters and properties of forms are written: the constants of the runtime for `style` and `explode`.

use crate::emit::writer::Fixed;
use crate::ir::{ParamLocation, Style};

/// The style of a parameter that declares a media type that is not JSON.
pub(super) fn default_style(location: ParamLocation) -> Fixed {
    Fixed(match location {
        ParamLocation::Path | ParamLocation::Header => "v1::Style::SIMPLE",
        ParamLocation::Query | ParamLocation::QueryString | ParamLocation::Cookie => "v1::Style::FORM_EXPLODE",
    })
}

/// The constant of a style.
pub(super) fn style_constant(style: Style, explode: bool) -> Fixed {
    Fixed(match (style, explode) {
        (Style::Simple, false) => "v1::Style::SIMPLE",
        (Style::Simple, true) => "v1::Style::SIMPLE_EXPLODE",
        (Style::Label, false) => "v1::Style::LABEL",
        (Style::Label, true) => "v1::Style::LABEL_EXPLODE",
        (Style::Matrix, false) => "v1::Style::MATRIX",
        (Style::Matrix, true) => "v1::Style::MATRIX_EXPLODE",
        (Style::Form, false) => "v1::Style::FORM",
        (Style::Form, true) => "v1::Style::FORM_EXPLODE",
        (Style::SpaceDelimited, false) => "v1::Style::SPACE",
        (Style::SpaceDelimited, true) => "v1::Style::SPACE_EXPLODE",
        (Style::PipeDelimited, false) => "v1::Style::PIPE",
        (Style::PipeDelimited, true) => "v1::Style::PIPE_EXPLODE",
        (Style::DeepObject, _) => "v1::Style::DEEP_OBJECT",
        (Style::Cookie, false) => "v1::Style::COOKIE",
        (Style::Cookie, true) => "v1::Style::COOKIE_EXPLODE",
    })
}
