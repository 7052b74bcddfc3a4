//! Stories of passkeys, with an authenticator made for the tests.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use host::testing::{Answer, Member, TestApp};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{AFTERWARDS, start};

/// A device with one key, which verifies its owner whenever it is asked.
struct Device {
    key: SigningKey,
    uses: u32,
}

const CREDENTIAL: &[u8] = b"credential-0001!";

impl Device {
    fn new(secret: u8) -> Self {
        Self { key: SigningKey::from_slice(&[secret; 32]).unwrap(), uses: 0 }
    }

    fn client_data(kind: &str, asked: &Value, origin: &str) -> Vec<u8> {
        let challenge = &asked["publicKey"]["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false }).to_string().into_bytes()
    }

    fn authenticator_data(&mut self, more: u8) -> Vec<u8> {
        self.uses += 1;
        let mut data = Sha256::digest(b"localhost").to_vec();
        data.push(0b101 | more);
        data.extend(self.uses.to_be_bytes());
        data
    }

    /// The answer to being asked to make a passkey (attestation `none`, ES256).
    fn make(&mut self, asked: &Value, origin: &str) -> Value {
        let mut data = self.authenticator_data(0b100_0000);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(CREDENTIAL);
        let point = self.key.verifying_key().to_sec1_point(false);
        data.extend([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20]);
        data.extend(&point.as_bytes()[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point.as_bytes()[33..]);
        let mut object = b"\xa3cfmtdnonegattStmt\xa0hauthData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let response = json!({
            "attestationObject": words(&object),
            "clientDataJSON": words(&Self::client_data("webauthn.create", asked, origin)),
        });
        json!({ "id": words(CREDENTIAL), "rawId": words(CREDENTIAL), "type": "public-key", "response": response })
    }

    /// The answer to being asked for a passkey.
    fn show(&mut self, asked: &Value, origin: &str, owner: &Member) -> Value {
        let data = self.authenticator_data(0);
        let client = Self::client_data("webauthn.get", asked, origin);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": words(&data),
            "clientDataJSON": words(&client),
            "signature": words(signature.to_der().as_bytes()),
            "userHandle": words(owner.account.unwrap().uuid().as_bytes()),
        });
        json!({ "id": words(CREDENTIAL), "rawId": words(CREDENTIAL), "type": "public-key", "response": response })
    }
}

fn words(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

async fn call(test: &TestApp, who: &Member, path: &str, body: &Value) -> Answer {
    let request = axum::http::Request::post(path)
        .header("content-type", "application/json")
        .header("sec-fetch-site", "same-origin");
    test.send(who, request, body.to_string().into()).await
}

async fn asked(test: &TestApp, who: &Member, path: &str) -> Value {
    let answer = call(test, who, path, &json!({ "next": "/fr/me" })).await;
    assert_eq!((answer.status, answer.media_type.as_str()), (200, "application/json"), "{}", answer.text);
    serde_json::from_str(&answer.text).unwrap()
}

fn reply(asked: &Value, credential: &Value) -> Value {
    json!({ "ceremony": asked["ceremony"], "credential": credential })
}

const ORIGIN: &str = "http://localhost:8080";

#[tokio::test]
async fn a_passkey_is_added_signs_in_without_an_address_and_is_removed() {
    let (test, _) = start(AFTERWARDS).await;
    let (chidi, edu, nobody) =
        (test.member("Chidi", None, None).await, test.member("Edu", None, None).await, test.anybody());
    let mut device = Device::new(7);
    assert_eq!(
        call(&test, &nobody, "/me/passkeys/begin", &json!({})).await.status,
        303,
        "only whoever is signed in adds one"
    );

    let making = asked(&test, &chidi, "/me/passkeys/begin").await;
    assert_eq!(making["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    let made = reply(&making, &device.make(&making, ORIGIN));
    assert_eq!(
        call(&test, &edu, "/me/passkeys/finish", &made).await.status,
        422,
        "Edu finishes nobody else's ceremony"
    );
    let making = asked(&test, &chidi, "/me/passkeys/begin").await;
    let made = reply(&making, &device.make(&making, ORIGIN));
    assert_eq!(call(&test, &chidi, "/me/passkeys/finish", &made).await.status, 200);
    assert_eq!(call(&test, &chidi, "/me/passkeys/finish", &made).await.status, 422, "a ceremony is finished once");

    let showing = asked(&test, &nobody, "/sign-in/passkey/begin").await;
    let shown = reply(&showing, &device.show(&showing, ORIGIN, &chidi));
    let answer = call(&test, &nobody, "/sign-in/passkey/finish", &shown).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, r#"{"next":"/fr/me"}"#));
    assert!(answer.cookie.is_some_and(|it| it.starts_with("session=")));
    let again = call(&test, &nobody, "/sign-in/passkey/finish", &shown).await;
    assert_eq!((again.status, again.cookie), (422, None));

    let page = test.get(&chidi, "/me").await.text;
    let remove =
        page.split("action=\"").filter_map(|it| it.split('"').next()).find(|it| it.ends_with("/remove")).unwrap();
    assert_eq!(test.post(&edu, remove, &[]).await.status, 404, "Edu removes no passkey but his own");
    assert_eq!(test.post(&chidi, remove, &[]).await.status, 303);
    let showing = asked(&test, &nobody, "/sign-in/passkey/begin").await;
    let shown = reply(&showing, &device.show(&showing, ORIGIN, &chidi));
    assert_eq!(call(&test, &nobody, "/sign-in/passkey/finish", &shown).await.status, 422);
}

#[tokio::test]
async fn a_passkey_of_another_key_owner_or_origin_signs_nobody_in() {
    let (test, _) = start(AFTERWARDS).await;
    let (chidi, dalia, nobody) =
        (test.member("Chidi", None, None).await, test.member("Dalia", None, None).await, test.anybody());
    let mut device = Device::new(7);
    let making = asked(&test, &chidi, "/me/passkeys/begin").await;
    let made = reply(&making, &device.make(&making, ORIGIN));
    assert_eq!(call(&test, &chidi, "/me/passkeys/finish", &made).await.status, 200);
    let mut forged = Device::new(8);
    for case in 0..3 {
        let showing = asked(&test, &nobody, "/sign-in/passkey/begin").await;
        let credential = match case {
            0 => forged.show(&showing, ORIGIN, &chidi),
            1 => device.show(&showing, ORIGIN, &dalia),
            _ => device.show(&showing, "http://elsewhere.example", &chidi),
        };
        let answer = call(&test, &nobody, "/sign-in/passkey/finish", &reply(&showing, &credential)).await;
        assert_eq!((answer.status, answer.cookie), (422, None), "case {case}");
    }
}
