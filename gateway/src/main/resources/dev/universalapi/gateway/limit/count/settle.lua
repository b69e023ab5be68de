-- Ends what a call holds: it is used, or free again. A second time it changes nothing; later than its lease it counts.
-- KEYS  counts, leases   ARGV  member, used (1 or 0), when counts are forgotten (ms)
-- answer: 0 ended before, 1 ended, 2 ended after its lease; then used, of each of its quotas
local counts, leases, member, used = KEYS[1], KEYS[2], ARGV[1], tonumber(ARGV[2])
local answer = { 1 }
if redis.call('ZREM', leases, member) == 0 then
  if redis.call('ZREM', leases, '~' .. member) == 0 then return { 0 } end
  answer[1] = 2
end
for field in string.gmatch(string.match(member, '|(.*)'), '[^|]+') do
  if answer[1] == 1 then redis.call('HINCRBY', counts, 'h/' .. field, -1) end
  table.insert(answer, redis.call('HINCRBY', counts, 'u/' .. field, used))
end
redis.call('PEXPIREAT', counts, ARGV[3])
return answer
