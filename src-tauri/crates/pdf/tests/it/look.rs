//! Writes the samples to a folder, to be looked at: `F1C_LOOK=folder cargo test -p pdf look`.

#[test]
fn look() {
    let Ok(folder) = std::env::var("F1C_LOOK") else {
        return;
    };
    for (name, doc) in super::samples::all() {
        let bytes = pdf::render(&doc).unwrap();
        std::fs::write(format!("{folder}/{name}.pdf"), &bytes).unwrap();
        let page = pdf::preview_png(&bytes, 0, 900).unwrap();
        std::fs::write(format!("{folder}/{name}-hayro.png"), page.bytes).unwrap();
    }
}
