// SPDX-License-Identifier: GPL-2.0
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lark.h"

static int read_super(int fd, struct lark_super *super)
{
	ssize_t n = pread(fd, super, sizeof(*super), LARK_SUPER_OFFSET);

	if (n < 0)
		return -errno;
	if (n < (ssize_t)sizeof(*super))
		return -EIO;
	if (super->magic != LARK_MAGIC)
		return -EINVAL;
	return 0;
}

static void dump_super(const struct lark_super *super)
{
	printf("blocks: %llu\n", (unsigned long long)super->block_count);
	printf("inodes: %llu\n", (unsigned long long)super->inode_count);
	printf("created: %lld\n", (long long)super->created);
}

static int dump_extents(int fd, uint64_t ino)
{
	struct lark_inode inode;
	int i, ret;

	ret = lark_read_inode(fd, ino, &inode);
	if (ret)
		return ret;

	for (i = 0; i < inode.extent_count; i++)
		printf("%d: %llu..%llu at %llu\n", i,
		       (unsigned long long)inode.extents[i].first,
		       (unsigned long long)inode.extents[i].first +
		       inode.extents[i].count - 1,
		       (unsigned long long)inode.extents[i].start);
	return 0;
}

static void usage(const char *name)
{
	fprintf(stderr, "usage: %s DEVICE [INODE]\n", name);
	exit(2);
}

int main(int argc, char **argv)
{
	struct lark_super super;
	int fd, ret;

	if (argc < 2 || argc > 3)
		usage(argv[0]);

	fd = open(argv[1], O_RDONLY);
	if (fd < 0) {
		fprintf(stderr, "%s: %s\n", argv[1], strerror(errno));
		return 1;
	}

	ret = read_super(fd, &super);
	if (!ret) {
		if (argc == 3)
			ret = dump_extents(fd, strtoull(argv[2], NULL, 0));
		else
			dump_super(&super);
	}
	if (ret)
		fprintf(stderr, "%s: %s\n", argv[1], strerror(-ret));

	close(fd);
	return ret ? 1 : 0;
}
