/* SPDX-License-Identifier: GPL-2.0 */
#ifndef _FS_LARKFS_H
#define _FS_LARKFS_H

#include <linux/fs.h>
#include <linux/types.h>

#define LARKFS_MAGIC		0x4b52414c
#define LARKFS_BLOCK_SIZE	4096
#define LARKFS_SUPER_BLOCK	1
#define LARKFS_ROOT_INO		2
#define LARKFS_NAME_MAX		255
#define LARKFS_EXTENTS		6

struct larkfs_extent {
	u64 first;
	u64 start;
	u32 count;
};

struct larkfs_inode_info {
	u16 extent_count;
	struct larkfs_extent extents[LARKFS_EXTENTS];
	struct inode vfs_inode;
};

struct larkfs_sb_info {
	struct buffer_head *bh;
	u64 block_count;
	u64 inode_count;
	u16 name_max;
};

static inline struct larkfs_inode_info *LARKFS_I(struct inode *inode)
{
	return container_of(inode, struct larkfs_inode_info, vfs_inode);
}

static inline struct larkfs_sb_info *LARKFS_SB(struct super_block *sb)
{
	return sb->s_fs_info;
}

#endif /* _FS_LARKFS_H */
