using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>The filters of DescribeInstances. Values of one filter are alternatives, filters add up; <c>*</c> and <c>?</c> in a value are wildcards.</summary>
internal static class InstanceSelection
{
    public static IEnumerable<InstanceRecord> Where(IEnumerable<InstanceRecord> instances, IReadOnlyList<JsonObject> filters)
    {
        foreach (var filter in filters)
        {
            var name = filter.Text("Name") ?? throw Ec2Errors.Missing("Filter.Name");
            var values = filter.Texts("Values");
            instances = instances.Where(Predicate(name, values));
        }

        return instances;
    }

    private static Func<InstanceRecord, bool> Predicate(string name, IReadOnlyList<string> values)
    {
        bool Any(string? value) => value is not null && values.Any(pattern => Wildcard.IsMatch(pattern, value));
        return name switch
        {
            _ when name.StartsWith("tag:", StringComparison.Ordinal) => instance => Any(instance.Tag(name[4..])),
            "tag-key" => instance => instance.Tags.Any(tag => Any(tag.Key)),
            "tag-value" => instance => instance.Tags.Any(tag => Any(tag.Value)),
            "instance-state-name" => instance => Any(instance.State),
            "instance-state-code" => instance => Any(instance.State switch { InstanceRecord.Running => "16", InstanceRecord.Terminated => "48", _ => "80" }),
            "instance-id" => instance => Any(instance.Id),
            "instance-type" => instance => Any(instance.InstanceType),
            "image-id" => instance => Any(instance.ImageId),
            "key-name" => instance => Any(instance.KeyName),
            "reservation-id" => instance => Any(instance.ReservationId),
            "client-token" => instance => Any(instance.ClientToken),
            _ => throw new ServiceException("InvalidParameterValue", $"The filter '{name}' is invalid"),
        };
    }
}
