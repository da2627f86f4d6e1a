#!/usr/bin/env bash
# Man pages are found and name what they should, completions are found by each shell and know the commands.
set -euo pipefail
man -P cat nianbao 2>/dev/null | grep -q extract
man -P cat nianbao extract 2>/dev/null | grep -q -e '--format'
bash -ic '. /usr/share/bash-completion/bash_completion; _completion_loader nianbao; complete -p nianbao' 2>/dev/null | grep -q nianbao
zsh -fc 'autoload -Uz compinit && compinit -u -d /tmp/zcompdump && [ -n "$_comps[nianbao]" ]'
fish -c 'complete -C "nianbao ext"' | grep -q '^extract'
rm -rf /tmp/zcompdump* /root/.config /root/.local /root/.cache
echo "helped: man pages and completions of bash, zsh and fish"
