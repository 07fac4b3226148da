// Signing in at a counter: name, PIN, and the counter if it is not the usual one. Managers use the same form.

import { CircleAlert, CircleCheck } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignInAsk } from '../shared/contract.ts';
import type { CounterNumber } from '../shared/id.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { CounterChoice } from './api.ts';
import { words } from './words.ts';

const PIN = /^\d{6}$/;

interface Props {
	readonly counters: readonly CounterChoice[];
	readonly refusal: Refusal | null;
	readonly busy: boolean;
	/** Just signed off. */
	readonly bye: boolean;
	readonly send: (ask: SignInAsk) => void;
}

export function SignIn({ counters, refusal, busy, bye, send }: Props) {
	const say = words.console.signIn;
	const [username, setUsername] = useState('');
	const [pin, setPin] = useState('');
	const [counter, setCounter] = useState<CounterNumber | null>(null);
	const [fault, setFault] = useState<string | null>(null);
	const first = useRef<HTMLInputElement>(null);
	useEffect(() => {
		document.title = words.console.titleSignIn;
		first.current?.focus();
	}, []);
	// A PIN that was refused is typed anew; leaving it would only be sent again.
	useEffect(() => {
		if (refusal) setPin('');
	}, [refusal]);

	const problem = fault ?? (refusal ? words.common.refusal(refusal) : null);
	function submit(): void {
		if (busy) return;
		const name = username.trim();
		const missing = !name ? say.usernameMissing : PIN.test(pin) ? null : say.pinShape;
		setFault(missing);
		if (!missing) send({ username: name, pin, counter });
	}
	return (
		<main class="door">
			<form
				class="sign-in"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<h1>{say.heading}</h1>
				<p class="quiet">{say.lead}</p>
				{bye && !problem && (
					<p class="good" role="status">
						<CircleCheck size={20} aria-hidden="true" /> {say.bye}
					</p>
				)}
				<div role="alert">
					{problem && (
						<p class="fault">
							<CircleAlert size={20} aria-hidden="true" /> {problem}
						</p>
					)}
				</div>
				<label for="username">{say.username}</label>
				<input
					ref={first}
					id="username"
					name="username"
					autocomplete="off"
					autocapitalize="none"
					spellcheck={false}
					value={username}
					onInput={(event) => setUsername(event.currentTarget.value)}
				/>
				<label for="pin">{say.pin}</label>
				<input
					id="pin"
					name="pin"
					type="password"
					inputMode="numeric"
					autocomplete="off"
					maxLength={6}
					placeholder={say.pinHint}
					value={pin}
					onInput={(event) => setPin(event.currentTarget.value)}
				/>
				<label for="counter">{say.counter}</label>
				<select
					id="counter"
					name="counter"
					onChange={(event) => {
						const chosen = event.currentTarget.value;
						setCounter(counters.find((it) => String(it.number) === chosen)?.number ?? null);
					}}
				>
					<option value="">{say.usual}</option>
					{counters.map((it) => (
						<option key={it.number} value={it.number} selected={it.number === counter}>
							{say.choice(it.number, it.agency)}
						</option>
					))}
				</select>
				<button type="submit" class="primary" aria-busy={busy}>
					{busy ? say.busy : say.submit}
				</button>
			</form>
		</main>
	);
}
