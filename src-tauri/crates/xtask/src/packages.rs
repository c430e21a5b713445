//! The system packages by system, and how one sees that they are there.

use crate::system::{Purpose, System};

/// How one sees that a thing is there; the same on every system.
pub(crate) enum Probe {
    Command(&'static str),
    PkgConfig(&'static str),
    File(&'static str),
    Runs(&'static [&'static str]),
}

pub(crate) struct Need {
    pub(crate) purpose: Purpose,
    pub(crate) probe: Probe,
    pub(crate) why: &'static str,
    /// The package by system; a system that is not named has no such need.
    pub(crate) package: &'static [(System, &'static str)],
}

/// Fedora is told files and pkg-config names: dnf finds the package that has them.
pub(crate) const NEEDS: &[Need] = &[
    Need {
        purpose: Purpose::Build,
        probe: Probe::Command("pkg-config"),
        why: "the build finds system libraries with it",
        package: &[
            (System::Debian, "pkg-config"),
            (System::Fedora, "/usr/bin/pkg-config"),
            (System::Arch, "pkgconf"),
            (System::OtherLinux, "pkg-config"),
        ],
    },
    Need {
        purpose: Purpose::Build,
        probe: Probe::PkgConfig("webkit2gtk-4.1"),
        why: "the window is a WebKitGTK page",
        package: &[
            (System::Debian, "libwebkit2gtk-4.1-dev"),
            (System::Fedora, "'pkgconfig(webkit2gtk-4.1)'"),
            (System::Arch, "webkit2gtk-4.1"),
            (System::OtherLinux, "the development files of webkit2gtk-4.1"),
        ],
    },
    Need {
        purpose: Purpose::Build,
        probe: Probe::PkgConfig("librsvg-2.0"),
        why: "GTK draws its icons with it",
        package: &[
            (System::Debian, "librsvg2-dev"),
            (System::Fedora, "'pkgconfig(librsvg-2.0)'"),
            (System::Arch, "librsvg"),
            (System::OtherLinux, "the development files of librsvg"),
        ],
    },
    Need {
        purpose: Purpose::Build,
        probe: Probe::Runs(&["xcode-select", "-p"]),
        why: "compiler and system headers",
        package: &[(System::MacOs, "xcode-select --install")],
    },
    Need {
        purpose: Purpose::Build,
        probe: Probe::Runs(&[
            "reg",
            "query",
            r"HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}",
        ]),
        why: "the window is a WebView2 page",
        package: &[(
            System::Windows,
            "winget install --id Microsoft.EdgeWebView2Runtime",
        )],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("WebKitWebDriver"),
        why: "the tests drive the real window through it",
        package: &[
            (System::Debian, "webkit2gtk-driver"),
            (System::Fedora, "/usr/bin/WebKitWebDriver"),
            (System::Arch, "webkit2gtk-4.1"),
            (System::OtherLinux, "WebKitWebDriver"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("xvfb-run"),
        why: "a screen of its own for the tested window",
        package: &[
            (System::Debian, "xvfb"),
            (System::Fedora, "/usr/bin/xvfb-run"),
            (System::Arch, "xorg-server-xvfb"),
            (System::OtherLinux, "xvfb-run"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("xauth"),
        why: "xvfb-run asks for it",
        package: &[
            (System::Debian, "xauth"),
            (System::Fedora, "/usr/bin/xauth"),
            (System::Arch, "xorg-xauth"),
            (System::OtherLinux, "xauth"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::File("/usr/libexec/at-spi-bus-launcher"),
        why: "the accessibility bus that WebKit looks for",
        package: &[(System::Debian, "at-spi2-core"), (System::Fedora, "at-spi2-core")],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("pdftotext"),
        why: "tests read the words of a PDF with a reader that is not ours",
        package: &[
            (System::Debian, "poppler-utils"),
            (System::Fedora, "/usr/bin/pdftotext"),
            (System::Arch, "poppler"),
            (System::OtherLinux, "pdftotext"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("xmllint"),
        why: "tests check XML against the official schema with a validator that is not ours",
        package: &[
            (System::Debian, "libxml2-utils"),
            (System::Fedora, "/usr/bin/xmllint"),
            (System::Arch, "libxml2"),
            (System::OtherLinux, "xmllint"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("openssl"),
        why: "tests compare signatures with a verifier that is not ours",
        package: &[
            (System::Debian, "openssl"),
            (System::Fedora, "/usr/bin/openssl"),
            (System::Arch, "openssl"),
            (System::OtherLinux, "openssl"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("xmlsec1"),
        why: "tests compare XML signatures with a verifier that is not ours",
        package: &[
            (System::Debian, "xmlsec1"),
            (System::Fedora, "/usr/bin/xmlsec1"),
            (System::Arch, "xmlsec"),
            (System::OtherLinux, "xmlsec1"),
        ],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Command("xdotool"),
        why: "a test drags files onto the window with it",
        package: &[(System::Debian, "xdotool")],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Runs(&["/usr/bin/python3", "-c", "import gi"]),
        why: "the program that a test drags them from",
        package: &[(System::Debian, "python3-gi")],
    },
    Need {
        purpose: Purpose::Test,
        probe: Probe::Runs(&[
            "/usr/bin/python3",
            "-c",
            "import gi; gi.require_version('Gtk', '3.0')",
        ]),
        why: "its window",
        package: &[(System::Debian, "gir1.2-gtk-3.0")],
    },
];
