//! Keeping an installation: making it, backing it up, bringing it back.

use std::path::{Path, PathBuf};

use host::folder::Folder;

use crate::{backup, demonstration, editions, installation, installation::Wishes, operator};

struct Folders(PathBuf);

impl Folders {
    fn new() -> Self {
        let path = std::env::temp_dir().join(format!("convoke-keeping-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn exported(data: &Path) -> Folder {
    let app = installation::open(installation::configuration(data, &Wishes::default()).unwrap()).await.unwrap();
    let folder = editions::export(&app, None).await.unwrap();
    app.db.close().await;
    folder
}

async fn installed(data: &Path) {
    operator::init(data, &Wishes::default()).await.unwrap();
    let app = installation::open(installation::configuration(data, &Wishes::default()).unwrap()).await.unwrap();
    editions::import(&app, &demonstration::folder()).await.unwrap().unwrap();
    let mut tx = app.db.write().await.unwrap();
    app.files.keep(&mut tx, "letter.txt", "text/plain", b"Dear all".to_vec(), None).await.unwrap();
    tx.commit().await.unwrap();
    app.db.close().await;
}

#[tokio::test]
async fn a_backup_brings_everything_back() {
    let folders = Folders::new();
    installed(&folders.at("one")).await;
    let file = folders.at("backup.convoke");

    backup::backup(&folders.at("one"), &Wishes::default(), &file).await.unwrap();
    backup::restore(&folders.at("two"), &Wishes::default(), &file).await.unwrap();

    assert!(exported(&folders.at("one")).await == exported(&folders.at("two")).await);
    let app =
        installation::open(installation::configuration(&folders.at("two"), &Wishes::default()).unwrap()).await.unwrap();
    let mut conn = app.db.read().await.unwrap();
    let kept = host::files::all(&mut conn).await.unwrap();
    assert_eq!(app.files.bytes(&kept[0]).await.unwrap(), b"Dear all");
}

#[tokio::test]
async fn a_backup_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folders = Folders::new();
    operator::init(&folders.at("one"), &Wishes::default()).await.unwrap();
    let file = folders.at("backup.convoke");

    backup::backup(&folders.at("one"), &Wishes::default(), &file).await.unwrap();

    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_backup_that_fails_leaves_nothing_behind() {
    let folders = Folders::new();
    installed(&folders.at("one")).await;
    std::fs::remove_dir_all(folders.at("one").join("files")).unwrap();
    let file = folders.at("backup.convoke");

    let refused = backup::backup(&folders.at("one"), &Wishes::default(), &file).await.unwrap_err();

    assert!(refused.starts_with("the backup was not written"), "{refused}");
    assert!(!file.exists() && !file.with_extension("partial").exists());
}

#[tokio::test]
async fn a_backup_is_never_mixed_into_another_record() {
    let folders = Folders::new();
    let (file, other) = (folders.at("backup.convoke"), folders.at("other.db"));
    operator::init(&folders.at("one"), &Wishes::default()).await.unwrap();
    operator::sign_in_link(&folders.at("one"), &Wishes::default(), "dalia@post.example").await.unwrap();
    backup::backup(&folders.at("one"), &Wishes::default(), &file).await.unwrap();
    let elsewhere = Wishes { database: Some(format!("sqlite:{}", other.display())), ..Wishes::default() };
    operator::init(&folders.at("two"), &elsewhere).await.unwrap();
    operator::sign_in_link(&folders.at("two"), &elsewhere, "chidi@post.example").await.unwrap();

    let refused = backup::restore(&folders.at("three"), &elsewhere, &file).await.unwrap_err();

    assert!(refused.contains("has rows in accounts already") && refused.ends_with("nothing was changed"), "{refused}");
}

#[tokio::test]
async fn a_backup_that_was_cut_short_is_refused_and_nothing_is_made_of_it() {
    let folders = Folders::new();
    installed(&folders.at("one")).await;
    let file = folders.at("backup.convoke");
    backup::backup(&folders.at("one"), &Wishes::default(), &file).await.unwrap();
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();

    let refused = backup::restore(&folders.at("two"), &Wishes::default(), &file).await.unwrap_err();

    assert!(refused.contains("cannot be read as a backup") && refused.ends_with("nothing was changed"), "{refused}");
    assert!(!folders.at("two").exists());
}

#[tokio::test]
async fn an_installation_is_never_made_over_another() {
    let folders = Folders::new();
    operator::init(&folders.at("one"), &Wishes::default()).await.unwrap();
    let refused = operator::init(&folders.at("one"), &Wishes::default()).await.unwrap_err();
    assert!(refused.contains("holds an installation already"), "{refused}");
}

#[tokio::test]
async fn a_real_installation_is_no_demonstration_and_prints_no_links() {
    let folders = Folders::new();
    operator::init(&folders.at("one"), &Wishes::default()).await.unwrap();
    let app =
        installation::open(installation::configuration(&folders.at("one"), &Wishes::default()).unwrap()).await.unwrap();
    assert!(!app.demonstration);
    assert_eq!(demonstration::sign_in_links(&app).await.unwrap(), []);
}

#[tokio::test]
async fn a_process_that_was_stopped_as_it_began_still_becomes_a_demonstration_and_a_real_one_never() {
    let folders = Folders::new();
    let wishes = Wishes::default();
    for (name, init, expected) in [("stopped", false, true), ("real", true, false)] {
        let data = folders.at(name);
        std::fs::create_dir_all(&data).unwrap();
        if init {
            operator::init(&data, &wishes).await.unwrap();
        }
        let config = installation::configuration(&data, &wishes).unwrap();
        installation::record(&config).await.unwrap().close().await;

        demonstration::begin(&data, &config).await.unwrap();

        let db = installation::record(&config).await.unwrap();
        assert_eq!(demonstration::is_marked(&db).await.unwrap(), expected, "{name}");
    }
}
