using NovaCron.Validation.Environments;
using NovaCron.Validation.Scenarios.Commands;

return await CommandLine.RunAsync(args, ProjectRoot.Find());
