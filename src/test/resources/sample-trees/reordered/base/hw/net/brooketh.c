/*
 * Brook 10/100 Ethernet controller
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "qemu/osdep.h"
#include "hw/irq.h"
#include "hw/net/brooketh.h"
#include "hw/qdev-properties.h"
#include "migration/vmstate.h"
#include "net/checksum.h"
#include "qemu/log.h"
#include "qemu/module.h"
#include "trace.h"

#define BROOK_RING_SIZE     64
#define BROOK_FRAME_MAX     1536

enum {
    BROOK_CTRL      = 0x00,
    BROOK_STATUS    = 0x04,
    BROOK_IRQ_MASK  = 0x08,
    BROOK_TX_BASE   = 0x10,
    BROOK_TX_HEAD   = 0x14,
    BROOK_TX_TAIL   = 0x18,
    BROOK_RX_BASE   = 0x20,
    BROOK_RX_HEAD   = 0x24,
    BROOK_RX_TAIL   = 0x28,
};

static void brooketh_update_irq(BrookEthState *s)
{
    qemu_set_irq(s->irq, !!(s->status & s->irq_mask));
}

static bool brooketh_read_desc(BrookEthState *s, uint32_t base,
                               unsigned int index, BrookDesc *desc)
{
    dma_addr_t addr = base + index * sizeof(*desc);

    if (dma_memory_read(s->dma_as, addr, desc, sizeof(*desc),
                        MEMTXATTRS_UNSPECIFIED) != MEMTX_OK) {
        return false;
    }
    desc->addr = le32_to_cpu(desc->addr);
    desc->len = le16_to_cpu(desc->len);
    desc->flags = le16_to_cpu(desc->flags);
    return true;
}

static void brooketh_transmit(BrookEthState *s)
{
    uint8_t frame[BROOK_FRAME_MAX];
    BrookDesc desc;

    while (s->tx_head != s->tx_tail) {
        if (!brooketh_read_desc(s, s->tx_base, s->tx_head, &desc)) {
            break;
        }
        dma_memory_read(s->dma_as, desc.addr, frame, desc.len,
                        MEMTXATTRS_UNSPECIFIED);
        trace_brooketh_transmit(s->tx_head, desc.len);
        qemu_send_packet(qemu_get_queue(s->nic), frame, desc.len);
        s->tx_head = (s->tx_head + 1) % BROOK_RING_SIZE;
    }
    s->status |= BROOK_STATUS_TX_DONE;
    brooketh_update_irq(s);
}

static bool brooketh_can_receive(NetClientState *nc)
{
    BrookEthState *s = qemu_get_nic_opaque(nc);

    return s->ctrl & BROOK_CTRL_RX_ENABLE;
}

static ssize_t brooketh_receive(NetClientState *nc, const uint8_t *buf,
                                size_t size)
{
    BrookEthState *s = qemu_get_nic_opaque(nc);
    BrookDesc desc;

    if (s->rx_head == s->rx_tail) {
        return 0;
    }
    if (!brooketh_read_desc(s, s->rx_base, s->rx_head, &desc)) {
        return -1;
    }

    dma_memory_write(s->dma_as, desc.addr, buf, size,
                     MEMTXATTRS_UNSPECIFIED);
    s->rx_head = (s->rx_head + 1) % BROOK_RING_SIZE;
    s->status |= BROOK_STATUS_RX_DONE;
    brooketh_update_irq(s);
    return size;
}

static uint64_t brooketh_read(void *opaque, hwaddr offset, unsigned int size)
{
    BrookEthState *s = opaque;

    switch (offset) {
    case BROOK_CTRL:
        return s->ctrl;
    case BROOK_STATUS:
        return s->status;
    case BROOK_IRQ_MASK:
        return s->irq_mask;
    case BROOK_TX_HEAD:
        return s->tx_head;
    case BROOK_RX_HEAD:
        return s->rx_head;
    default:
        return 0;
    }
}

static void brooketh_write(void *opaque, hwaddr offset, uint64_t value,
                           unsigned int size)
{
    BrookEthState *s = opaque;

    switch (offset) {
    case BROOK_CTRL:
        s->ctrl = value;
        break;
    case BROOK_STATUS:
        s->status &= ~value;
        brooketh_update_irq(s);
        break;
    case BROOK_IRQ_MASK:
        s->irq_mask = value;
        brooketh_update_irq(s);
        break;
    case BROOK_TX_BASE:
        s->tx_base = value;
        break;
    case BROOK_TX_TAIL:
        s->tx_tail = value;
        brooketh_transmit(s);
        break;
    case BROOK_RX_BASE:
        s->rx_base = value;
        break;
    case BROOK_RX_TAIL:
        s->rx_tail = value;
        break;
    default:
        break;
    }
}

static const MemoryRegionOps brooketh_ops = {
    .read = brooketh_read,
    .write = brooketh_write,
    .endianness = DEVICE_LITTLE_ENDIAN,
};

static void brooketh_reset(DeviceState *dev)
{
    BrookEthState *s = BROOKETH(dev);

    s->ctrl = 0;
    s->status = 0;
    s->irq_mask = 0;
    s->tx_head = s->tx_tail = 0;
    s->rx_head = s->rx_tail = 0;
    qemu_set_irq(s->irq, 0);
}

static NetClientInfo brooketh_net_info = {
    .type = NET_CLIENT_DRIVER_NIC,
    .size = sizeof(NICState),
    .can_receive = brooketh_can_receive,
    .receive = brooketh_receive,
};

static void brooketh_realize(DeviceState *dev, Error **errp)
{
    BrookEthState *s = BROOKETH(dev);

    if (!s->dma_mr) {
        error_setg(errp, "brooketh: 'dma' link is not set");
        return;
    }
    address_space_init(&s->as, s->dma_mr, "brooketh-dma");
    s->dma_as = &s->as;

    memory_region_init_io(&s->mmio, OBJECT(dev), &brooketh_ops, s,
                          "brooketh", 0x100);
    sysbus_init_mmio(SYS_BUS_DEVICE(dev), &s->mmio);
    sysbus_init_irq(SYS_BUS_DEVICE(dev), &s->irq);

    s->nic = qemu_new_nic(&brooketh_net_info, &s->conf,
                          object_get_typename(OBJECT(dev)), dev->id,
                          &dev->mem_reentrancy_guard, s);
}

static const VMStateDescription vmstate_brooketh = {
    .name = "brooketh",
    .version_id = 1,
    .minimum_version_id = 1,
    .fields = (const VMStateField[]) {
        VMSTATE_UINT32(ctrl, BrookEthState),
        VMSTATE_UINT32(status, BrookEthState),
        VMSTATE_UINT32(irq_mask, BrookEthState),
        VMSTATE_UINT32(tx_base, BrookEthState),
        VMSTATE_UINT32(rx_base, BrookEthState),
        VMSTATE_END_OF_LIST()
    }
};
