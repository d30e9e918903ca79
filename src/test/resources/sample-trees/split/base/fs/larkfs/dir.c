// SPDX-License-Identifier: GPL-2.0
/*
 * larkfs: directories
 */

#include <linux/buffer_head.h>
#include <linux/fs.h>

#include "larkfs.h"

static unsigned int larkfs_rec_len(const struct larkfs_dirent *de)
{
	return le16_to_cpu(de->rec_len);
}

static bool larkfs_dirent_ok(const struct larkfs_dirent *de,
			     unsigned int offset, unsigned int blocksize)
{
	unsigned int len = larkfs_rec_len(de);

	if (len < sizeof(*de) || len % 4)
		return false;
	if (offset + len > blocksize)
		return false;
	return de->name_len <= len - sizeof(*de);
}

static int larkfs_readdir(struct file *file, struct dir_context *ctx)
{
	struct inode *dir = file_inode(file);
	unsigned int blocksize = i_blocksize(dir);
	struct larkfs_dirent *de;
	struct buffer_head *bh;
	unsigned int offset;

	if (!dir_emit_dots(file, ctx))
		return 0;

	while (ctx->pos < i_size_read(dir)) {
		bh = larkfs_dir_block(dir, ctx->pos >> dir->i_blkbits);
		if (IS_ERR(bh))
			return PTR_ERR(bh);

		offset = ctx->pos & (blocksize - 1);
		while (offset < blocksize) {
			de = (struct larkfs_dirent *)(bh->b_data + offset);
			if (!larkfs_dirent_ok(de, offset, blocksize)) {
				brelse(bh);
				return -EIO;
			}
			if (de->ino &&
			    !dir_emit(ctx, de->name, de->name_len,
				      le64_to_cpu(de->ino), DT_UNKNOWN)) {
				brelse(bh);
				return 0;
			}
			offset += larkfs_rec_len(de);
			ctx->pos += larkfs_rec_len(de);
		}
		brelse(bh);
	}
	return 0;
}

static struct dentry *larkfs_lookup(struct inode *dir, struct dentry *dentry,
				    unsigned int flags)
{
	struct inode *inode = NULL;
	unsigned long ino;

	if (dentry->d_name.len > LARKFS_NAME_MAX)
		return ERR_PTR(-ENAMETOOLONG);

	ino = larkfs_find_entry(dir, &dentry->d_name);
	if (ino)
		inode = larkfs_iget(dir->i_sb, ino);
	return d_splice_alias(inode, dentry);
}

const struct file_operations larkfs_dir_fops = {
	.llseek = generic_file_llseek,
	.read = generic_read_dir,
	.iterate_shared = larkfs_readdir,
};

const struct inode_operations larkfs_dir_iops = {
	.lookup = larkfs_lookup,
};
