self.onmessage = () => undefined; export {};
