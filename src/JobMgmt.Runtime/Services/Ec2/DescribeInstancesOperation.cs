using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>DescribeInstances: by ids or filters, grouped by reservation. MaxResults 5 to 1000, not together with ids.</summary>
internal sealed class DescribeInstancesOperation(InstanceDescription description, Database database) : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var ids = request.Texts("InstanceIds");
        var page = request.Number("MaxResults");
        if (page is not null && ids.Count > 0)
        {
            throw new ServiceException("InvalidParameterCombination", "The parameter instancesSet cannot be used with the parameter maxResults");
        }

        if (page is < 5 or > 1000)
        {
            throw Ec2Errors.BadValue(page.Value.ToString(CultureInfo.InvariantCulture), "maxResults");
        }

        var start = 0;
        if (request.Text("NextToken") is { } token && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw Ec2Errors.BadValue(token, "nextToken");
        }

        var all = database.Read(store => InstanceStore.List(store, description.ShownSince));
        var unknown = ids.Where(id => !all.Exists(instance => instance.Id == id)).ToArray();
        if (unknown.Length > 0)
        {
            throw Ec2Errors.NoInstance(unknown);
        }

        var found = InstanceSelection.Where(all, request.Objects("Filters")).Where(instance => ids.Count == 0 || ids.Contains(instance.Id)).ToArray();
        var shown = found.Skip(start).Take((int)(page ?? int.MaxValue)).ToArray();
        var next = start + shown.Length;
        return Task.FromResult(JsonObject.Of(
            ("Reservations", new JsonArray(shown.GroupBy(instance => instance.ReservationId).Select(group => (JsonValue)description.Reservation(group.Key, group)))),
            ("NextToken", next < found.Length ? next.ToString(CultureInfo.InvariantCulture) : (JsonValue?)null)));
    }
}
