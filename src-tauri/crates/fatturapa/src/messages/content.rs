//! What messages say: the elements of all of them, in both schemas.

use jiff::civil::Date;

use crate::{
    code::{Code, list},
    model::DataOra,
    read::record,
};

record! {
    /// The elements of a message. Which of them it has is told by its kind.
    Content {
        /// The number that SDI gave to the file: up to 12 digits, or 36 characters.
        identificativo_sdi: String = "IdentificativoSdI";
        /// The name of the file as it was sent.
        nome_file: Option<String> = "NomeFile";
        /// SHA-256 of the file, hexadecimal.
        hash: Option<String> = "Hash";
        /// The same, of AT.
        hash_file_originale: Option<String> = "HashFileOriginale";
        /// When SDI received the file.
        data_ora_ricezione: Option<DataOra> = "DataOraRicezione";
        /// When SDI delivered it (RC).
        data_ora_consegna: Option<DataOra> = "DataOraConsegna";
        /// From which day the customer finds it in the reserved area (MC): for the customer, the day it was received.
        data_messa_a_disposizione: Option<Date> = "DataMessaADisposizione";
        /// To whom it was delivered.
        destinatario: Option<Destinatario> = "Destinatario";
        /// The archive in which the file was sent.
        riferimento_archivio: Option<RiferimentoArchivio> = "RiferimentoArchivio";
        /// Why it was rejected (NS).
        lista_errori: Option<ListaErrori> = "ListaErrori";
        /// The answer of the customer (NE).
        esito_committente: Option<EsitoCommittente> = "EsitoCommittente";
        /// Which invoice of a lot (EC, SE, DT).
        riferimento_fattura: Option<RiferimentoFattura> = "RiferimentoFattura";
        /// The answer of the customer (EC).
        esito: Option<Code<Esito>> = "Esito";
        /// Why the answer was refused (SE).
        scarto: Option<Code<Scarto>> = "Scarto";
        /// Office or channel that receives (MT).
        codice_destinatario: Option<String> = "CodiceDestinatario";
        /// Format of the file (MT): `FPA12`.
        formato: Option<String> = "Formato";
        /// How many times SDI tried to deliver (MT).
        tentativi_invio: Option<u32> = "TentativiInvio";
        /// Why, in words.
        descrizione: Option<String> = "Descrizione";
        /// The number of the message.
        message_id: Option<String> = "MessageId";
        /// The number of the certified mail that brought the file.
        pec_message_id: Option<String> = "PecMessageId";
        /// The number that the customer gave to its answer.
        message_id_committente: Option<String> = "MessageIdCommittente";
        /// A note of SDI.
        note: Option<String> = "Note";
    }
}

record! {
    /// To whom a file was delivered.
    Destinatario {
        /// Office or channel, 6 or 7 characters.
        codice: String = "Codice";
        /// Its name.
        descrizione: Option<String> = "Descrizione";
    }
}

record! {
    /// The archive in which a file was sent.
    RiferimentoArchivio {
        /// The number that SDI gave to it.
        identificativo_sdi: String = "IdentificativoSdI";
        /// Its name.
        nome_file: String = "NomeFile";
    }
}

record! {
    /// The reasons of a rejection.
    ListaErrori {
        /// Up to 200.
        errore: Vec<Errore> = "Errore";
    }
}

record! {
    /// A reason of a rejection.
    Errore {
        /// The code of SDI: [`crate::sdi::find`] has words for it.
        codice: String = "Codice";
        /// What SDI says.
        descrizione: String = "Descrizione";
        /// What SDI advises.
        suggerimento: Option<String> = "Suggerimento";
    }
}

record! {
    /// The answer of a public body.
    EsitoCommittente {
        /// The number of the file.
        identificativo_sdi: String = "IdentificativoSdI";
        /// Which invoice of a lot.
        riferimento_fattura: Option<RiferimentoFattura> = "RiferimentoFattura";
        /// Accepted or refused.
        esito: Code<Esito> = "Esito";
        /// Why.
        descrizione: Option<String> = "Descrizione";
        /// The number that the customer gave to its answer.
        message_id_committente: Option<String> = "MessageIdCommittente";
    }
}

record! {
    /// An invoice of a file.
    RiferimentoFattura {
        /// Its number.
        numero_fattura: String = "NumeroFattura";
        /// The year of its date.
        anno_fattura: u32 = "AnnoFattura";
        /// Its place in a lot, from 1.
        posizione_fattura: Option<u32> = "PosizioneFattura";
    }
}

list! {
    /// The answer of a public body.
    Esito {
        /// Accepted.
        EC01,
        /// Refused.
        EC02,
    }
}

list! {
    /// Why SDI refused an answer.
    Scarto {
        /// Not of the format.
        EN00,
        /// Not admissible.
        EN01,
    }
}
