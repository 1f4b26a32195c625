using System.Globalization;
using System.Text.Json;
using NovaCron.Validation.StandIns.Api.Inventory;

namespace NovaCron.Validation.StandIns.Api.Http;

/// <summary>The VM inventory over HTTP.</summary>
/// <param name="inventory">The inventory; null when no database is configured.</param>
internal sealed class VirtualMachineRoutes(VirtualMachineInventory? inventory)
{
    /// <summary>Path of all virtual machines.</summary>
    public const string All = "/api/v1/vms";

    /// <summary>Path of one.</summary>
    public const string One = "/api/v1/vms/{id}";

    /// <summary>Adds the routes.</summary>
    /// <param name="map">Where.</param>
    public void Map(ApiRoutes map)
    {
        map.Add("GET", All, With(ListAsync), 200);
        map.Add("POST", All, With(AddAsync), 201, 400);
        map.Add("GET", One, With(FindAsync), 200, 404);
        map.Add("PUT", One, With(ChangeAsync), 200, 400, 404);
        map.Add("DELETE", One, With(RemoveAsync), 204, 404);
    }

    private RequestDelegate With(Func<VirtualMachineInventory, HttpContext, Task> handle) => context =>
        inventory is null
            ? context.ErrorAsync(503, "database not configured: set DATABASE_URL to an Npgsql connection string")
            : handle(inventory, context);

    private static async Task ListAsync(VirtualMachineInventory inventory, HttpContext context) =>
        await context.JsonAsync(200, await inventory.ListAsync(context.RequestAborted), ApiJson.Default.IReadOnlyListVirtualMachine);

    private static async Task AddAsync(VirtualMachineInventory inventory, HttpContext context)
    {
        if (await ReadSpecAsync(context) is { } spec)
            await context.JsonAsync(201, await inventory.AddAsync(spec, context.RequestAborted), ApiJson.Default.VirtualMachine);
    }

    private static async Task FindAsync(VirtualMachineInventory inventory, HttpContext context) =>
        await AnswerAsync(context, Id(context) is { } id ? await inventory.FindAsync(id, context.RequestAborted) : null);

    private static async Task ChangeAsync(VirtualMachineInventory inventory, HttpContext context)
    {
        if (await ReadSpecAsync(context) is { } spec)
            await AnswerAsync(context, Id(context) is { } id ? await inventory.ChangeAsync(id, spec, context.RequestAborted) : null);
    }

    private static async Task RemoveAsync(VirtualMachineInventory inventory, HttpContext context)
    {
        if (Id(context) is { } id && await inventory.RemoveAsync(id, context.RequestAborted))
            context.Response.StatusCode = 204;
        else
            await AnswerAsync(context, found: null);
    }

    private static Task AnswerAsync(HttpContext context, VirtualMachine? found) => found is null
        ? context.ErrorAsync(404, $"there is no virtual machine '{context.Request.RouteValues["id"]}'")
        : context.JsonAsync(200, found, ApiJson.Default.VirtualMachine);

    private static long? Id(HttpContext context) =>
        long.TryParse((string?)context.Request.RouteValues["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static async Task<VirtualMachineSpec?> ReadSpecAsync(HttpContext context)
    {
        string? problem;
        try
        {
            var spec = await JsonSerializer.DeserializeAsync(context.Request.Body, ApiJson.Default.VirtualMachineSpec, context.RequestAborted);
            problem = spec is null ? "the body must be a JSON object" : spec.Problem();
            if (problem is null)
                return spec;
        }
        catch (JsonException e)
        {
            problem = $"the body is no virtual machine: {e.Message}";
        }

        await context.ErrorAsync(400, problem);
        return null;
    }
}
