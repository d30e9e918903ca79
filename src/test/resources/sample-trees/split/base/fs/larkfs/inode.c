// SPDX-License-Identifier: GPL-2.0
/*
 * larkfs: inodes
 */

#include <linux/buffer_head.h>
#include <linux/fs.h>
#include <linux/iomap.h>
#include <linux/pagemap.h>

#include "larkfs.h"

static int larkfs_map_extent(struct inode *inode, sector_t block,
			     struct larkfs_extent *ext)
{
	struct larkfs_inode_info *li = LARKFS_I(inode);
	int i;

	for (i = 0; i < li->extent_count; i++) {
		struct larkfs_extent *e = &li->extents[i];

		if (block >= e->first && block < e->first + e->count) {
			*ext = *e;
			return 0;
		}
	}
	return -ENOENT;
}

static int larkfs_iomap_begin(struct inode *inode, loff_t pos, loff_t length,
			      unsigned int flags, struct iomap *iomap,
			      struct iomap *srcmap)
{
	sector_t block = pos >> inode->i_blkbits;
	struct larkfs_extent ext;
	int ret;

	ret = larkfs_map_extent(inode, block, &ext);
	if (ret == -ENOENT) {
		iomap->type = IOMAP_HOLE;
		iomap->addr = IOMAP_NULL_ADDR;
		iomap->offset = pos;
		iomap->length = length;
		return 0;
	}
	if (ret)
		return ret;

	iomap->type = IOMAP_MAPPED;
	iomap->bdev = inode->i_sb->s_bdev;
	iomap->offset = (loff_t)ext.first << inode->i_blkbits;
	iomap->length = (loff_t)ext.count << inode->i_blkbits;
	iomap->addr = ext.start << inode->i_blkbits;
	return 0;
}

const struct iomap_ops larkfs_iomap_ops = {
	.iomap_begin = larkfs_iomap_begin,
};

struct inode *larkfs_iget(struct super_block *sb, unsigned long ino)
{
	struct larkfs_inode_info *li;
	struct larkfs_inode *raw;
	struct buffer_head *bh;
	struct inode *inode;

	inode = iget_locked(sb, ino);
	if (!inode)
		return ERR_PTR(-ENOMEM);
	if (!(inode->i_state & I_NEW))
		return inode;

	bh = larkfs_read_inode(sb, ino, &raw);
	if (IS_ERR(bh)) {
		iget_failed(inode);
		return ERR_CAST(bh);
	}

	inode->i_mode = le16_to_cpu(raw->mode);
	i_uid_write(inode, le32_to_cpu(raw->uid));
	i_gid_write(inode, le32_to_cpu(raw->gid));
	set_nlink(inode, le16_to_cpu(raw->links));
	inode->i_size = le64_to_cpu(raw->size);
	inode_set_mtime(inode, le64_to_cpu(raw->mtime), 0);
	inode_set_ctime(inode, le64_to_cpu(raw->ctime), 0);

	li = LARKFS_I(inode);
	li->extent_count = le16_to_cpu(raw->extent_count);
	memcpy(li->extents, raw->extents, sizeof(li->extents));

	if (S_ISREG(inode->i_mode)) {
		inode->i_op = &larkfs_file_iops;
		inode->i_fop = &larkfs_file_fops;
		inode->i_mapping->a_ops = &larkfs_aops;
	} else if (S_ISDIR(inode->i_mode)) {
		inode->i_op = &larkfs_dir_iops;
		inode->i_fop = &larkfs_dir_fops;
	}

	brelse(bh);
	unlock_new_inode(inode);
	return inode;
}
