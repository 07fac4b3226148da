// What the print agent says on its terminal, in English.

import type { Words } from '../words.ts';

export const agent: Words['agent'] = {
	usage: `Usage: npm run print-agent -- --server ADDRESS --code CODE [options]
Prints slips on the printer that is connected to this computer.

  --server ADDRESS  of the Giliran server, such as http://192.168.1.10:3000
  --code CODE       the pairing code, once; made on the server with
                    npm run hall -- device add --role agent --name NAME
  --printer WAY     usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600, cups:QUEUE
                    or tcp://192.168.1.50:9100 (the first USB printer)
  --state FILE      where its token and its notes of what it printed are kept
                    (~/.giliran-print-agent.json)
  --help            show this`,
	paired: (name) => `This computer is the print agent "${name}" now.`,
	starts: (printer, server) => `Print agent for ${printer}, serving ${server}.`,
	connected: 'Connected to the server.',
	away: 'The server cannot be reached, trying again …',
	unassigned: 'No printer of the hall uses this agent yet. Add one on the server: npm run hall -- printer add.',
	stands: {
		unknown: 'How the printer stands is not known: this printer answers no questions.',
		ready: 'The printer is ready.',
		near_end: 'The printer is ready, but nearly out of paper. Have a new roll at hand.',
		paper_out: 'The printer is out of paper. Put in a new roll.',
		cover_open: 'The printer cover is open. Close it until it clicks.',
		cutter: 'The paper cutter is stuck. Switch the printer off, take out the paper, switch it on again.',
		offline: 'The printer is not ready. Check its buttons and lights.',
		refused: 'The printer refuses the connection: another program may be using it.',
		unreachable: 'The printer cannot be reached. Check its cable and power.',
		stalled: 'The printer stopped in the middle of a slip. Check its paper and cover.',
		reset: 'The connection to the printer broke. Check its cable and power.',
	},
	outcomes: {
		printed: 'A slip was printed.',
		unconfirmed: 'A slip was sent, but the printer did not say that it came out.',
		broken: 'Printing a slip broke off in the middle.',
		not_sent: 'A slip has not been sent to the printer.',
	},
	left: 'The last slip may have been printed before this agent started again; it is not sent a second time.',
	tooLarge: 'A slip from the server is too large and was not printed.',
	cannotNote: (file, why) =>
		`The file ${file} cannot be written (${why}), so nothing is printed. Check disk space and permissions.`,
	stopping: 'Stopping.',
	wrong: {
		option: (text) => `Unknown or incomplete option: ${text}`,
		noServerGiven: 'Name the server with --server, such as --server http://192.168.1.10:3000.',
		server: '--server must be an address such as http://192.168.1.10:3000.',
		noCodeGiven:
			'This agent is not paired with that server yet. Make a code on the server: npm run hall -- device add --role agent --name "Kiosk 1", and give it with --code.',
		printer: (text) =>
			`--printer ${text} is not known. Examples: usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=9600, cups:QUEUE, tcp://192.168.1.50:9100.`,
		noPrinter:
			'There is no USB printer on this computer (/dev/usb/lp*). Check its cable and power, or name the printer with --printer.',
		noPermission: (path, user) =>
			`No permission to use ${path}. Run: sudo usermod -aG ${path.includes('tty') ? 'dialout' : 'lp'} ${user}, then log out and in again.`,
		state: (file) => `The file ${file} cannot be read. Delete it, then pair this agent again with a new code.`,
		running: (file) => `A print agent with the file ${file} is running on this computer already.`,
		code: 'The code is wrong, used, or older than 10 minutes. Make a new one on the server: npm run hall -- device add --role agent --name "Kiosk 1".',
		role: 'This code was made for a screen, not for a print agent, and is still good there. Make one with --role agent.',
		tooOften: 'Too many tries. Wait 15 minutes, then try again with a new code.',
		noServer: (url) => `There is no Giliran server at ${url}. Check the address and the network, then try again.`,
		notGiliran: (url) =>
			`What answers at ${url} is no Giliran server, or that server does not go by this name (setting PUBLIC_URL).`,
		failed: (code) => `The server could not pair this agent (${code}). Try again.`,
		revoked: 'The server does not know this agent any more: the device was revoked. Pair it again with a new code.',
		protocol: 'This agent is of another version than its server. Install the same version on this computer.',
	},
};
