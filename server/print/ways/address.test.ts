// Which ways to a printer are taken, and what is said of the others.

import { describe, expect, test } from 'vitest';
import { readWay, sayWayFault, type Way, writeWay } from './address.ts';

const TAKEN: readonly (readonly [string, Way])[] = [
	['tcp://192.168.1.50:9100', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
	['tcp://192.168.1.50', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
	['tcp://10.0.0.7:9109', { kind: 'tcp', host: '10.0.0.7', port: 9109 }],
	['tcp://172.31.255.1:9101', { kind: 'tcp', host: '172.31.255.1', port: 9101 }],
	['tcp://127.0.0.1:40123', { kind: 'tcp', host: '127.0.0.1', port: 40_123 }],
	['tcp://localhost:40123', { kind: 'tcp', host: '127.0.0.1', port: 40_123 }],
	['tcp://[::1]:9100', { kind: 'tcp', host: '::1', port: 9100 }],
	['tcp://[fd12:3456::1]:9100', { kind: 'tcp', host: 'fd12:3456::1', port: 9100 }],
	['usb:/dev/usb/lp0', { kind: 'usb', path: '/dev/usb/lp0' }],
	['usb:/dev/usb/lp15', { kind: 'usb', path: '/dev/usb/lp15' }],
	['usb:/dev/lp0', { kind: 'usb', path: '/dev/lp0' }],
	['serial:/dev/ttyUSB0', { kind: 'serial', path: '/dev/ttyUSB0', baud: 9_600 }],
	['serial:/dev/ttyACM1?baud=115200', { kind: 'serial', path: '/dev/ttyACM1', baud: 115_200 }],
	['serial:/dev/ttyS0?baud=1200', { kind: 'serial', path: '/dev/ttyS0', baud: 1_200 }],
	['serial:COM3?baud=19200', { kind: 'serial', path: 'COM3', baud: 19_200 }],
	[
		'serial:/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0?baud=38400',
		{ kind: 'serial', path: '/dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0', baud: 38_400 },
	],
	['cups:KARCIS_80-1', { kind: 'cups', queue: 'KARCIS_80-1' }],
	['agent', { kind: 'agent' }],
	['browser', { kind: 'browser' }],
];
const REFUSED: readonly (readonly [string, RegExp])[] = [
	['192.168.1.50:9100', /must look like/],
	['', /must look like/],
	['http://192.168.1.50:9100', /must look like/],
	['tcp://192.168.1.50:9100/x', /must look like/],
	['tcp://user@192.168.1.50:9100', /must look like/],
	['tcp://192.168.1.50:9100\nHost: x', /must look like/],
	['tcp://::1:9100', /must look like|IP address/],
	['tcp://printer.local:9100', /IP address/],
	['tcp://0x7f.1:9100', /IP address/],
	['tcp://192.168.001.050:9100', /IP address/],
	['tcp://192.168.1.50:22', /printers listen/],
	['tcp://192.168.1.50:9110', /printers listen/],
	['tcp://127.0.0.1:0', /printers listen/],
	['tcp://127.0.0.1:22', /printers listen/],
	['tcp://localhost:631', /printers listen/],
	['tcp://127.0.0.1:70000', /printers listen/],
	['tcp://8.8.8.8:9100', /outside/],
	['tcp://172.32.0.1:9100', /outside/],
	['tcp://169.254.169.254:9100', /outside/],
	['tcp://0.0.0.0:9100', /outside/],
	['tcp://[2001:db8::1]:9100', /outside/],
	['tcp://[fe80::1]:9100', /outside/],
	['tcp://[::ffff:127.0.0.1]:9100', /plainly/],
	['tcp://[::ffff:7f00:1]:9100', /plainly/],
	['usb:/dev/usb/lp16', /USB printer/],
	['usb:/dev/sda', /USB printer/],
	['usb:/dev/usb/../sda', /USB printer/],
	['usb:/dev/usb/lp0/../../sda', /USB printer/],
	['usb:/etc/passwd', /USB printer/],
	['usb:lp0', /USB printer/],
	['usb:/dev/usb/lp0\n', /USB printer/],
	['serial:/dev/tty0', /serial port/],
	['serial:/dev/ttyUSB', /serial port/],
	['serial:/dev/ttyUSB0\n', /serial port/],
	['serial:/dev/serial/by-id/..', /serial port/],
	['serial:/dev/serial/by-id/../../sda', /serial port/],
	['serial:/dev/serial/by-id/a/b', /serial port/],
	['serial:COM0', /serial port/],
	['serial:/dev/ttyUSB0?baud=9601', /speed "9601"/],
	['serial:/dev/ttyUSB0?baud=', /speed ""/],
	['serial:/dev/ttyUSB0?baud=09600', /speed "09600"/],
	['serial:/dev/ttyUSB0?speed=9600', /serial port/],
	['cups:', /print queue/],
	['cups:-oraw', /print queue/],
	['cups:a b', /print queue/],
	['cups:a;b', /print queue/],
	['cups://host/queue', /print queue/],
	['Agent', /must look like/],
	['agent ', /must look like/],
	['browser:x', /must look like/],
];

describe('a way to a printer', () => {
	test.each(TAKEN)('%s is taken, and written as it is read', (text, way) => {
		expect(readWay(text)).toEqual({ ok: true, way });
		expect(readWay(writeWay(way))).toEqual({ ok: true, way });
	});
	test.each(REFUSED)('%j is refused', (text, why) => {
		const read = readWay(text);
		expect(read.ok ? 'taken' : sayWayFault(read.why)).toMatch(why);
	});
});
