/*-------------------------------------------------------------------------
 *
 * pg_larder.c
 *	  remember which blocks were in shared buffers, and read them again
 *
 * IDENTIFICATION
 *	  contrib/pg_larder/pg_larder.c
 *
 *-------------------------------------------------------------------------
 */
#include "postgres.h"

#include "access/relation.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "storage/fd.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/rel.h"

PG_MODULE_MAGIC;

#define LARDER_FILE		"pg_larder.blocks"

typedef struct LarderBlock
{
	Oid			database;
	Oid			relation;
	ForkNumber	fork;
	BlockNumber block;
} LarderBlock;

/* GUC variables */
static int	larder_interval = 300;
static bool larder_enabled = true;

PG_FUNCTION_INFO_V1(larder_dump);
PG_FUNCTION_INFO_V1(larder_load);

void
_PG_init(void)
{
	DefineCustomBoolVariable("pg_larder.enabled",
							 "Remember the contents of shared buffers.",
							 NULL,
							 &larder_enabled,
							 true,
							 PGC_SIGHUP,
							 0,
							 NULL, NULL, NULL);

	DefineCustomIntVariable("pg_larder.interval",
							"Seconds between two dumps.",
							NULL,
							&larder_interval,
							300, 0, 86400,
							PGC_SIGHUP,
							GUC_UNIT_S,
							NULL, NULL, NULL);

	MarkGUCPrefixReserved("pg_larder");
}

/*
 * Collect the tags of all valid buffers.  Returns the number of entries
 * written to "blocks", which must have room for NBuffers of them.
 */
static int
larder_collect(LarderBlock *blocks)
{
	int			count = 0;

	for (int i = 0; i < NBuffers; i++)
	{
		BufferDesc *buf = GetBufferDescriptor(i);
		uint32		state = LockBufHdr(buf);

		if (state & BM_TAG_VALID)
		{
			blocks[count].database = buf->tag.dbOid;
			blocks[count].relation = BufTagGetRelNumber(&buf->tag);
			blocks[count].fork = BufTagGetForkNum(&buf->tag);
			blocks[count].block = buf->tag.blockNum;
			count++;
		}
		UnlockBufHdr(buf, state);
	}

	return count;
}

/*
 * SQL-callable: write the block list, return the number of blocks.
 */
Datum
larder_dump(PG_FUNCTION_ARGS)
{
	LarderBlock *blocks;
	FILE	   *file;
	int			count;

	blocks = palloc(sizeof(LarderBlock) * NBuffers);
	count = larder_collect(blocks);

	file = AllocateFile(LARDER_FILE, PG_BINARY_W);
	if (file == NULL)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not open file \"%s\": %m", LARDER_FILE)));

	fwrite(blocks, sizeof(LarderBlock), count, file);
	FreeFile(file);
	pfree(blocks);

	PG_RETURN_INT64(count);
}

/*
 * SQL-callable: read the listed blocks of the current database.
 */
Datum
larder_load(PG_FUNCTION_ARGS)
{
	LarderBlock block;
	FILE	   *file;
	int64		loaded = 0;

	file = AllocateFile(LARDER_FILE, PG_BINARY_R);
	if (file == NULL)
		PG_RETURN_INT64(0);

	while (fread(&block, sizeof(block), 1, file) == 1)
	{
		Relation	rel;
		Buffer		buf;

		if (block.database != MyDatabaseId)
			continue;

		rel = try_relation_open(block.relation, AccessShareLock);
		if (rel == NULL)
			continue;

		buf = ReadBufferExtended(rel, block.fork, block.block,
								 RBM_NORMAL, NULL);
		ReleaseBuffer(buf);
		relation_close(rel, AccessShareLock);
		loaded++;
	}
	FreeFile(file);

	PG_RETURN_INT64(loaded);
}
