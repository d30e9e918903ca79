// SPDX-License-Identifier: GPL-2.0
/*
 * larkfs: mounting
 */

#include <linux/blkdev.h>
#include <linux/buffer_head.h>
#include <linux/fs.h>
#include <linux/fs_context.h>
#include <linux/module.h>
#include <linux/statfs.h>

#include "larkfs.h"

static struct kmem_cache *larkfs_inode_cachep;

static int larkfs_statfs(struct dentry *dentry, struct kstatfs *buf)
{
	struct super_block *sb = dentry->d_sb;
	struct larkfs_sb_info *sbi = LARKFS_SB(sb);

	buf->f_type = LARKFS_MAGIC;
	buf->f_bsize = sb->s_blocksize;
	buf->f_blocks = sbi->block_count;
	buf->f_files = sbi->inode_count;
	buf->f_namelen = LARKFS_NAME_MAX;
	return 0;
}

static void larkfs_put_super(struct super_block *sb)
{
	struct larkfs_sb_info *sbi = LARKFS_SB(sb);

	brelse(sbi->bh);
	kfree(sbi);
	sb->s_fs_info = NULL;
}

static const struct super_operations larkfs_sops = {
	.alloc_inode = larkfs_alloc_inode,
	.free_inode = larkfs_free_inode,
	.put_super = larkfs_put_super,
	.statfs = larkfs_statfs,
};

static int larkfs_fill_super(struct super_block *sb, struct fs_context *fc)
{
	struct larkfs_super_block *raw;
	struct larkfs_sb_info *sbi;
	struct buffer_head *bh;
	struct inode *root;

	if (!sb_set_blocksize(sb, LARKFS_BLOCK_SIZE))
		return -EINVAL;

	bh = sb_bread(sb, LARKFS_SUPER_BLOCK);
	if (!bh)
		return -EIO;

	raw = (struct larkfs_super_block *)bh->b_data;
	if (le32_to_cpu(raw->magic) != LARKFS_MAGIC) {
		if (!(fc->sb_flags & SB_SILENT))
			pr_err("larkfs: no larkfs on %pg\n", sb->s_bdev);
		brelse(bh);
		return -EINVAL;
	}

	sbi = kzalloc(sizeof(*sbi), GFP_KERNEL);
	if (!sbi) {
		brelse(bh);
		return -ENOMEM;
	}
	sbi->bh = bh;
	sbi->block_count = le64_to_cpu(raw->block_count);
	sbi->inode_count = le64_to_cpu(raw->inode_count);

	sb->s_magic = LARKFS_MAGIC;
	sb->s_op = &larkfs_sops;
	sb->s_fs_info = sbi;
	sb->s_flags |= SB_RDONLY;

	root = larkfs_iget(sb, LARKFS_ROOT_INO);
	if (IS_ERR(root))
		return PTR_ERR(root);

	sb->s_root = d_make_root(root);
	if (!sb->s_root)
		return -ENOMEM;
	return 0;
}

static int larkfs_get_tree(struct fs_context *fc)
{
	return get_tree_bdev(fc, larkfs_fill_super);
}

static const struct fs_context_operations larkfs_context_ops = {
	.get_tree = larkfs_get_tree,
};

static int larkfs_init_fs_context(struct fs_context *fc)
{
	fc->ops = &larkfs_context_ops;
	return 0;
}
