// SPDX-License-Identifier: GPL-2.0-only
/*
 * Driver for the Tarn TN47 fan and temperature controller
 */

#include <linux/bits.h>
#include <linux/err.h>
#include <linux/hwmon.h>
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/regmap.h>

#define TN47_REG_CONFIG		0x00
#define TN47_REG_STATUS		0x01
#define TN47_REG_TEMP(ch)	(0x10 + (ch) * 2)
#define TN47_REG_TEMP_MAX(ch)	(0x20 + (ch) * 2)
#define TN47_REG_TACH(ch)	(0x30 + (ch) * 2)
#define TN47_REG_PWM(ch)	(0x40 + (ch))
#define TN47_REG_ID		0xfe

#define TN47_CONFIG_START	BIT(0)
#define TN47_STATUS_ALARM(ch)	BIT(ch)

#define TN47_CHANNELS		3
#define TN47_CHIP_ID		0x47

struct tn47_data {
	struct regmap *regmap;
	struct mutex lock;	/* protects the tachometer snapshot */
	u16 tach[TN47_CHANNELS];
	unsigned long updated;
	bool valid;
};

static int tn47_read_temp(struct tn47_data *data, int channel, long *val)
{
	unsigned int raw;
	int ret;

	ret = regmap_read(data->regmap, TN47_REG_TEMP(channel), &raw);
	if (ret)
		return ret;

	*val = sign_extend32(raw, 11) * 125 / 2;
	return 0;
}

static int tn47_read_fan(struct tn47_data *data, int channel, long *val)
{
	unsigned int raw;
	int ret;

	ret = regmap_read(data->regmap, TN47_REG_TACH(channel), &raw);
	if (ret)
		return ret;

	*val = raw ? 5400000 / raw : 0;
	return 0;
}

static int tn47_read(struct device *dev, enum hwmon_sensor_types type,
		     u32 attr, int channel, long *val)
{
	struct tn47_data *data = dev_get_drvdata(dev);

	switch (type) {
	case hwmon_temp:
		return tn47_read_temp(data, channel, val);
	case hwmon_fan:
		return tn47_read_fan(data, channel, val);
	default:
		return -EOPNOTSUPP;
	}
}

static int tn47_write(struct device *dev, enum hwmon_sensor_types type,
		      u32 attr, int channel, long val)
{
	struct tn47_data *data = dev_get_drvdata(dev);

	if (type != hwmon_pwm || attr != hwmon_pwm_input)
		return -EOPNOTSUPP;
	if (val < 0 || val > 255)
		return -EINVAL;

	return regmap_write(data->regmap, TN47_REG_PWM(channel), val);
}

static umode_t tn47_is_visible(const void *drvdata,
			       enum hwmon_sensor_types type,
			       u32 attr, int channel)
{
	switch (type) {
	case hwmon_temp:
	case hwmon_fan:
		return 0444;
	case hwmon_pwm:
		return 0200;
	default:
		return 0;
	}
}

static const struct hwmon_channel_info * const tn47_info[] = {
	HWMON_CHANNEL_INFO(temp, HWMON_T_INPUT, HWMON_T_INPUT, HWMON_T_INPUT),
	HWMON_CHANNEL_INFO(fan, HWMON_F_INPUT, HWMON_F_INPUT, HWMON_F_INPUT),
	HWMON_CHANNEL_INFO(pwm, HWMON_PWM_INPUT, HWMON_PWM_INPUT,
			   HWMON_PWM_INPUT),
	NULL
};

static const struct hwmon_ops tn47_ops = {
	.is_visible = tn47_is_visible,
	.read = tn47_read,
	.write = tn47_write,
};

static const struct hwmon_chip_info tn47_chip_info = {
	.ops = &tn47_ops,
	.info = tn47_info,
};

static const struct regmap_config tn47_regmap_config = {
	.reg_bits = 8,
	.val_bits = 16,
	.max_register = TN47_REG_ID,
};

static int tn47_probe(struct i2c_client *client)
{
	struct device *dev = &client->dev;
	struct device *hwmon_dev;
	struct tn47_data *data;
	unsigned int id;
	int ret;

	data = devm_kzalloc(dev, sizeof(*data), GFP_KERNEL);
	if (!data)
		return -ENOMEM;

	mutex_init(&data->lock);

	data->regmap = devm_regmap_init_i2c(client, &tn47_regmap_config);
	if (IS_ERR(data->regmap))
		return PTR_ERR(data->regmap);

	ret = regmap_read(data->regmap, TN47_REG_ID, &id);
	if (ret)
		return ret;
	if (id != TN47_CHIP_ID)
		return -ENODEV;

	ret = regmap_write(data->regmap, TN47_REG_CONFIG, TN47_CONFIG_START);
	if (ret)
		return ret;

	hwmon_dev = devm_hwmon_device_register_with_info(dev, "tarn47", data,
							 &tn47_chip_info,
							 NULL);
	return PTR_ERR_OR_ZERO(hwmon_dev);
}

static const struct i2c_device_id tn47_id[] = {
	{ "tarn47" },
	{ }
};
MODULE_DEVICE_TABLE(i2c, tn47_id);

static struct i2c_driver tn47_driver = {
	.driver = {
		.name = "tarn47",
	},
	.probe = tn47_probe,
	.id_table = tn47_id,
};
module_i2c_driver(tn47_driver);

MODULE_DESCRIPTION("Tarn TN47 fan and temperature controller");
MODULE_LICENSE("GPL");
