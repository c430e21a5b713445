//! Lines typed in one go and tables pasted, against the products of an archive.

use books::{
    documenti::{self, Colonna, Incollate, RigaDraft},
    prodotti::{self, ProdottoDraft},
};

use super::open;
use crate::common::{Desk, when};

fn shop() -> Desk {
    let (desk, _) = open();
    for (second, codice, descrizione, prezzo, prezzo_ivato, aliquota_iva) in [
        (3, "CONS", "Consulenza oraria", "80", false, "22"),
        (4, "VITE", "Vite M8 inox", "1,22", true, "22"),
        (5, "PANE", "Pane", "4", false, "4"),
        (6, "PANE2", "Pane integrale", "5", false, "4"),
    ] {
        let draft = ProdottoDraft {
            codice: codice.to_owned(),
            descrizione: descrizione.to_owned(),
            unita_misura: "pz".to_owned(),
            prezzo: prezzo.to_owned(),
            prezzo_ivato,
            aliquota_iva: aliquota_iva.to_owned(),
            ..ProdottoDraft::default()
        };
        prodotti::save(&desk.books, &when(second), draft).unwrap();
    }
    desk
}

fn told(riga: &RigaDraft) -> String {
    let RigaDraft {
        codice,
        descrizione,
        quantita,
        unita_misura,
        prezzo,
        sconti,
        aliquota_iva,
        natura,
        ..
    } = riga;
    format!("{codice}|{descrizione}|{quantita}|{unita_misura}|{prezzo}|{sconti}|{aliquota_iva}{natura}")
}

#[test]
fn a_line_finds_its_product() {
    let desk = shop();
    for (text, prezzi_ivati, expected) in [
        ("3 consulenza 75 22", false, "CONS|Consulenza oraria|3|pz|75||22"),
        ("3 consulenza", false, "CONS|Consulenza oraria|3|pz|80||22"),
        ("cons 75", false, "CONS|Consulenza oraria||pz|75||22"),
        ("10 vite", false, "VITE|Vite M8 inox|10|pz|1,00||22"),
        ("10 vite", true, "VITE|Vite M8 inox|10|pz|1,22||22"),
        ("2 consulenza", true, "CONS|Consulenza oraria|2|pz|97,60||22"),
        ("2 pane", false, "PANE|Pane|2|pz|4||4"),
        ("2 kg pane 3,80", false, "PANE|Pane|2|kg|3,80||4"),
        ("2 trasferta 50", false, "|trasferta|2||50||"),
        ("consulenza 2026", false, "words"),
        ("3 cose", false, "words"),
    ] {
        let read = desk
            .books
            .read(|sql| documenti::line(sql, text, None, prezzi_ivati, when(9).today))
            .unwrap();
        let line = read.riga.as_ref().map_or("words".to_owned(), told);
        assert_eq!(line, expected, "{text}");
    }
}

fn pasted(desk: &Desk, text: &str, colonne: Option<Vec<Colonna>>) -> Incollate {
    desk.books
        .read(|sql| documenti::paste(sql, text, colonne, false, when(9).today))
        .unwrap()
}

#[test]
fn a_table_is_understood_with_and_without_a_heading() {
    let desk = shop();
    for (text, expected) in [
        (
            "Codice\tDescrizione\tQ.tà\tU.M.\tPrezzo unitario\tSconto\tIVA\tImporto\n\
             CONS\tConsulenza\t3\tore\t€ 80,00\t10%\t22%\t216,00\n\
             \tTrasferta\t1\t\t1.250,50\t\tN1\t1.250,50\n\
             Totale\t\t\t\t\t\t\t1.466,50\n",
            &[
                "CONS|Consulenza|3|ore|€ 80,00|10%|22",
                "|Trasferta|1||1.250,50||N1",
            ][..],
        ),
        (
            "Posa tubi\t12,5\t30,00\t375,00\nRubinetto\t2\t49,90\t99,80\n",
            &["|Posa tubi|12,5||30,00||", "|Rubinetto|2||49,90||"][..],
        ),
        (
            "A1\tPosa\t3\tpz\t30\t22\nB2\tRubinetto cromato\t2\tpz\t49,9\t10\n",
            &["A1|Posa|3|pz|30||22", "B2|Rubinetto cromato|2|pz|49,9||10"][..],
        ),
        (
            "Posa\t30\nTubo\t(4,50)\n",
            &["|Posa|||30||", "|Tubo|||-4,50||"][..],
        ),
        ("VITE\t10\nPANE\t2\n", &["|VITE|||10||", "|PANE|||2||"][..]),
        (
            "Codice\tQ.tà\nVITE\t10\nXX\t1\n",
            &["VITE|Vite M8 inox|10|pz|1,00||22", "XX||1||||"][..],
        ),
        (
            "3 consulenza 75 22\nTrasferta 50,00\nGrazie\n",
            &[
                "CONS|Consulenza oraria|3|pz|75||22",
                "|Trasferta|||50,00||",
                "|Grazie|||||",
            ][..],
        ),
    ] {
        let lines: Vec<String> = pasted(&desk, text, None).righe.iter().map(told).collect();
        assert_eq!(lines, expected, "{text}");
    }
}

#[test]
fn columns_are_what_one_says_and_bad_cells_are_told() {
    let desk = shop();
    let text = "Posa\t30\t3\nTubo\tmolti\t5\nColla\t1\t2\n";
    let guessed = pasted(&desk, text, None);
    assert_eq!(
        guessed.colonne,
        [Colonna::Descrizione, Colonna::Quantita, Colonna::Prezzo]
    );
    let said = vec![Colonna::Descrizione, Colonna::Prezzo, Colonna::Quantita];
    let read = pasted(&desk, text, Some(said));
    let lines: Vec<String> = read.righe.iter().map(told).collect();
    assert_eq!(lines, ["|Posa|3||30||", "|Tubo|5||molti||", "|Colla|2||1||"]);
    let problems: Vec<&str> = read
        .problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(problems, ["righe.1.prezzo"]);
    let many = "x\t1\n".repeat(2_001);
    let refused = desk
        .books
        .read(|sql| documenti::paste(sql, &many, None, false, when(9).today));
    assert_eq!(refused.unwrap_err().code(), "documenti_incolla_troppe");
}
