//! Files: kept in a folder or in an S3-compatible bucket, known to the record by their digest.

use std::{path::Path, sync::Arc};

use db::{Conn, Tx, sql};
use kernel::{Id, mark};
use object_store::{
    ObjectStore, ObjectStoreExt, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem, path::Path as StorePath,
};

use crate::{Clock, Error, Result, config::Config, secrets};

/// Where files are kept.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

db::row! {
    /// What the record knows of a file.
    pub struct StoredFile {
        /// Its identity.
        pub id: Id<mark::File>,
        /// The name under which it is handed out.
        pub name: String,
        /// Its media type.
        pub media_type: String,
        /// Its size in bytes.
        pub size: i64,
        /// The SHA-256 of its bytes, in hexadecimal digits.
        pub digest: String,
        /// Where the store keeps it.
        pub stored_as: String,
    }
}

impl Files {
    /// The store that a configuration names.
    pub fn open(config: &Config) -> Result<Self> {
        if config.files.bucket.is_empty() {
            return Self::in_folder(&config.data.join("files"));
        }
        let it = &config.files;
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&it.bucket)
            .with_access_key_id(&it.access_key)
            .with_secret_access_key(&it.secret_key)
            .with_region(if it.region.is_empty() { "us-east-1" } else { &it.region });
        if !it.endpoint.is_empty() {
            builder = builder.with_endpoint(&it.endpoint).with_allow_http(it.endpoint.starts_with("http://"));
        }
        Ok(Self(Arc::new(builder.build().map_err(Error::fault)?)))
    }

    /// A store in a folder, which is made where it is not there.
    pub fn in_folder(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(Error::fault)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(Error::fault)?.with_fsync(true);
        Ok(Self(Arc::new(store)))
    }

    /// Keeps bytes and writes the file down; the bytes are on the disk before the row is.
    pub async fn keep(
        &self,
        tx: &mut Tx,
        name: &str,
        media_type: &str,
        bytes: Vec<u8>,
        by: Option<Id<mark::Account>>,
    ) -> Result<Id<mark::File>> {
        let digest = secrets::digest(&bytes);
        let size = i64::try_from(bytes.len()).map_err(Error::fault)?;
        let stored_as = format!("{}/{}", &digest[..2], &digest[2..]);
        self.0.put(&StorePath::from(stored_as.as_str()), PutPayload::from(bytes)).await.map_err(Error::fault)?;
        let id = Id::new();
        tx.run(
            sql!(
                "insert into files (id, name, media_type, size, digest, stored_as, created_by, created_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            (&id, name, media_type, &size, &digest, &stored_as, &by, &Clock::real()),
        )
        .await?;
        Ok(id)
    }

    /// Puts bytes back where a backup found them; the record knows them already.
    pub async fn put_back(&self, stored_as: &str, bytes: Vec<u8>) -> Result<()> {
        self.0.put(&StorePath::from(stored_as), PutPayload::from(bytes)).await.map_err(Error::fault)?;
        Ok(())
    }

    /// The bytes of a file, checked against its digest.
    pub async fn bytes(&self, file: &StoredFile) -> Result<Vec<u8>> {
        let stored = self.0.get(&StorePath::from(file.stored_as.as_str())).await.map_err(Error::fault)?;
        let bytes = stored.bytes().await.map_err(Error::fault)?.to_vec();
        if secrets::digest(&bytes) == file.digest {
            Ok(bytes)
        } else {
            Err(Error::fault(format!("file {} is not what was stored", file.id)))
        }
    }
}

/// What the record knows of a file.
pub async fn file(conn: &mut Conn, id: Id<mark::File>) -> Result<Option<StoredFile>> {
    Ok(conn
        .first(sql!("select id, name, media_type, size, digest, stored_as from files where id = $1"), (&id,))
        .await?)
}

/// Every file that the record knows.
pub async fn all(conn: &mut Conn) -> Result<Vec<StoredFile>> {
    Ok(conn
        .all(sql!("select id, name, media_type, size, digest, stored_as from files order by created_at"), ())
        .await?)
}
