/*
 * Brook 10/100 Ethernet controller
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef HW_NET_BROOKETH_H
#define HW_NET_BROOKETH_H

#include "hw/sysbus.h"
#include "net/net.h"
#include "qom/object.h"

#define TYPE_BROOKETH "brooketh"
OBJECT_DECLARE_SIMPLE_TYPE(BrookEthState, BROOKETH)

#define BROOK_CTRL_RX_ENABLE    (1 << 0)
#define BROOK_CTRL_TX_ENABLE    (1 << 1)

#define BROOK_STATUS_RX_DONE    (1 << 0)
#define BROOK_STATUS_TX_DONE    (1 << 1)

typedef struct BrookDesc {
    uint32_t addr;
    uint16_t len;
    uint16_t flags;
} BrookDesc;

struct BrookEthState {
    SysBusDevice parent_obj;

    MemoryRegion mmio;
    MemoryRegion *dma_mr;
    AddressSpace as;
    AddressSpace *dma_as;
    qemu_irq irq;
    NICState *nic;
    NICConf conf;

    uint32_t ctrl;
    uint32_t status;
    uint32_t irq_mask;
    uint32_t tx_base;
    uint32_t tx_head;
    uint32_t tx_tail;
    uint32_t rx_base;
    uint32_t rx_head;
    uint32_t rx_tail;
};

#endif
